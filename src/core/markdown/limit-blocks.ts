import type { MarkdownIt } from "markdown-it";

/** How much a text may be made of, in markdown-it's tokens: some 6,000 paragraphs, where people write 50. */
const mostTokens = 20_000;

/**
 * Each block costs more than its words: a table of 64 KiB with the shortest rows takes a sixth of a second. What stands
 * behind the limit is not read. Also asked between the rows of a table and the items of a list, which end there.
 */
export function limitBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.before("table", "limit_blocks", endAtLimit, { alt: ["blockquote", "list"] });
}

type Rule = Parameters<MarkdownIt["block"]["ruler"]["before"]>[2];

const endAtLimit: Rule = (...[state, , end, silent]) => {
  if (state.tokens.length <= mostTokens) return false;
  if (!silent) state.line = end;
  return true;
};

import type { MarkdownIt } from "markdown-it";

/** How many characters may be looked through for closing brackets, over a whole text. */
const mostCharacters = 40_000_000;

/**
 * markdown-it looks for the end of each opening bracket anew. Where comments hide the brackets that close, each
 * look is long: 64 KiB of `![<!--]-->` in other order take a quarter of a second. Past the limit no more links are read. A thousand open brackets in one paragraph of 40,000 characters are within it.
 */
export function limitBrackets(markdown: MarkdownIt): void {
  const looked = new WeakMap<object, number>();
  const { parseLinkLabel } = markdown.helpers;
  markdown.helpers.parseLinkLabel = (state, start, disableNested) => {
    const before = looked.get(state.env) ?? 0;
    if (before > mostCharacters) return -1;
    const end = parseLinkLabel(state, start, disableNested);
    looked.set(state.env, before + (end < 0 ? state.posMax : end) - start);
    return end;
  };
}

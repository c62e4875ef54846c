import type { MarkdownIt } from "markdown-it";

/** How many lines may be looked at for where quotes end, over a whole text. No text written by hand comes near. */
const mostLines = 300_000;

/**
 * markdown-it looks through the rest of a text for the end of each quote, and does so again for the next one when a
 * fence inside ends the first: `> ~~~` and `===` in turn, 64 KiB of it, take seconds. Past the limit each quoted line
 * is a quote of its own, which nothing is read from anyway.
 */
export function limitQuotes(markdown: MarkdownIt): void {
  const looked = new WeakMap<object, number>();
  markdown.block.ruler.before("blockquote", "limit_quotes", (...[state, line, end, silent]) => {
    const at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    const indent = (state.sCount[line] ?? 0) - state.blkIndent;
    if (silent || indent >= 4 || state.src.charAt(at) !== ">") return false;
    const lines = (looked.get(state.env) ?? 0) + end - line;
    looked.set(state.env, lines);
    if (lines <= mostLines) return false;
    state.line = line + 1;
    return true;
  });
}

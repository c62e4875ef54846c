import { oneLine } from "../../markdown/escape.ts";

/** In characters: a longer label is drawn across others. */
const longestLabel = 36;

/**
 * Foreign text in a Mermaid chart: letters, digits and the few marks that no chart gives a meaning. Mermaid has no way
 * to quote in every chart, and much that it obeys: "click" and "%%{init" at the start of a line, ":" and ";" and "#"
 * within it, HTML and Markdown in labels (https://mermaid.js.org/intro/syntax-reference.html).
 */
export function chartLabel(foreign: string): string {
  const plain = foreign.slice(0, longestLabel * 8).replace(/[^\p{L}\p{M}\p{N}\u200c-\u200d.'’()?!/ -]+/gu, " ");
  return oneLine(plain, longestLabel).replace(/-{2,}/g, "-");
}

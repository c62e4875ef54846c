import type { Block, HeadingBlock } from "./block.ts";
import type { Line } from "./line.ts";
import { sliceLine } from "./line.ts";

/** Longer lines are sentences, in characters. */
const longestTitle = 100;
const longestLabel = 60;

/** A heading of Markdown's own. One that runs over lines is a paragraph with `---` under it, written by accident. */
export function toHeading(lines: readonly Line[], level: number): readonly Block[] {
  const [line] = lines;
  if (line === undefined) return [];
  if (lines.length > 1) return splitHeadings(lines);
  return [heading(line, "heading", level)];
}

/** A paragraph, with the lines that people use as headings split off: all in bold, or a label with its colon. */
export function splitHeadings(lines: readonly Line[]): readonly Block[] {
  const [only] = lines;
  if (only !== undefined && lines.length === 1 && isLabel(only)) return [heading(only, "label", 8)];
  const blocks: Block[] = [];
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (!isBoldTitle(line)) continue;
    if (index > from) blocks.push({ kind: "text", depth: 0, lines: lines.slice(from, index) });
    blocks.push(heading(line, "bold", 7));
    from = index + 1;
  }
  if (from < lines.length) blocks.push({ kind: "text", depth: 0, lines: lines.slice(from) });
  return blocks;
}

function heading(line: Line, style: HeadingBlock["style"], level: number): HeadingBlock {
  return { kind: "heading", style, level, title: line.text.replace(/\s?[:：]$/u, ""), lines: [line] };
}

function isBoldTitle(line: Line): boolean {
  if (line.bold === 0 || line.text.length > longestTitle || !/\p{L}/u.test(line.prose)) return false;
  const rest = sliceLine(line, line.bold).text;
  // A sentence in bold is no title; "Is it related to a problem? Please describe." of GitHub's own form is.
  return (rest === "" || rest === ":" || rest === "：") && (line.text.includes("?") || !/[.!…]$/u.test(line.text));
}

function isLabel(line: Line): boolean {
  if (line.box !== null || line.text.length > longestLabel || !/^\p{L}.*[:：]$/u.test(line.prose)) return false;
  return line.text.split(" ").length <= 8;
}

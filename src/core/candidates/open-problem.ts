import type { Block } from "../markdown/block.ts";
import { parseBody } from "../markdown/parse-body.ts";

/** An open problem of a repository, as much of it as is needed to see what a change may be about. */
export interface OpenProblem {
  readonly number: number;
  readonly title: string;
  /** What its text says, without marks. */
  readonly words: string;
}

/** In characters. What a problem is about stands at its beginning; logs and lists of versions come later. */
const longestWords = 1000;

/** In characters. A text is read no further, however little of its beginning says something. */
const longestRead = 10_000;

/**
 * What a text says: no headings, which are a form's own words; no code, no boxes to tick, no comments; no lines of the
 * template that it was started from.
 */
export function plainText(text: string, templates: readonly string[] = []): string {
  const given = new Set(templates.flatMap((template) => linesOf(template)));
  const said = linesOf(text).filter((line) => !given.has(line));
  return said.join(" ").replace(/\s+/gu, " ").trim().slice(0, longestWords).toWellFormed();
}

function linesOf(text: string): readonly string[] {
  return parseBody(text.slice(0, longestRead)).blocks.flatMap(saidIn);
}

function saidIn(block: Block): readonly string[] {
  if (block.kind === "heading" || block.kind === "code") return [];
  return block.lines.flatMap(({ text, box }) => (box === null ? [text.replace(/https?:\S+/giu, " ").trim()] : []));
}

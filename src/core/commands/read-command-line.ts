import type { Line } from "../markdown/line.ts";
import { parseBody } from "../markdown/parse-body.ts";

/** A claim is not longer either; longer arguments are cut, in characters. */
const longestArgument = 1000;

/** What stands behind `/outcome`: the first word, and the rest of the line as a reader sees it. */
export interface CommandLine {
  readonly word: string;
  readonly argument: string;
}

/**
 * The first line, if it is a command as text: not in a quote, code, heading, list, table, HTML or link.
 * The line must begin with it as written and as shown, so that neither what is hidden nor what is drawn otherwise acts.
 */
export function readCommandLine(comment: string): CommandLine | null {
  const written = headOf(comment);
  if (written === null || startsHeading(comment)) return null;
  const line = firstLine(comment);
  if (line === null) return null;
  const shown = head.exec(line.prose);
  if (shown === null || readWord(shown[1]) !== written.word) return null;
  return { word: written.word, argument: readArgument(line.text.slice(shown[0].length)) };
}

/** As it is written: at most three spaces, or the line would be code. */
const head = /^ {0,3}\/outcome(?:$|[^\S\n]+(\S*))/i;

function headOf(comment: string): { readonly word: string } | null {
  const first = linesOf(comment)[0];
  const match = first === undefined ? null : head.exec(first);
  return match === null ? null : { word: readWord(match[1]) };
}

/** From the first line that is not blank. */
function linesOf(comment: string): readonly string[] {
  return comment.replace(/^(?:[ \t]*(?:\r\n?|\n))+/, "").split(/\r\n?|\n/);
}

/** `---` or `===` under a paragraph makes a heading of all its lines. */
function startsHeading(comment: string): boolean {
  const lines = linesOf(comment);
  const blank = lines.findIndex((line) => /^[ \t]*$/.test(line));
  return lines.slice(1, blank === -1 ? undefined : blank).some((line) => /^ {0,3}(?:-+|=+)[ \t]*$/.test(line));
}

function firstLine(comment: string): Line | null {
  const { blocks, indented } = parseBody(comment);
  const [first] = blocks;
  if (indented || first?.kind !== "text" || first.depth > 0) return null;
  return first.lines[0] ?? null;
}

/** Without what cannot be seen, and without the comma or full stop of a sentence. */
function readWord(word: string | undefined): string {
  return (word ?? "").replace(/\p{Cf}+/gu, "").replace(/[.,;:!?]+$/u, "");
}

function readArgument(rest: string): string {
  return rest
    .replace(/[\p{Cf}\p{Cc}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, longestArgument)
    .toWellFormed();
}

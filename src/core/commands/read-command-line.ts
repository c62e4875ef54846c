import type { Line } from "../markdown/line.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { withoutStruck } from "./without-struck.ts";

/** A claim is not longer either; longer arguments are cut, in characters. */
const longestArgument = 1000;

/** What stands behind `/outcome`: the first word, and the rest of the line as a reader sees it. */
export interface CommandLine {
  readonly word: string;
  readonly argument: string;
}

/**
 * The first line, if it is a command as text: not in a quote, code, heading, list, table, HTML or link, nor struck out.
 * The line must begin with it as written and as shown, so that neither what is hidden nor what is drawn otherwise acts.
 */
export function readCommandLine(comment: string): CommandLine | null {
  const [first = "", ...others] = firstParagraph(comment);
  const written = head.exec(first);
  if (written === null || others.some(makesHeading) || makesTable(others[0])) return null;
  const line = shownLine(withoutStruck([first, ...others].join("\n").slice(0, longestParagraph)));
  const shown = line === null ? null : head.exec(line.prose);
  const word = readWord(written[1]);
  if (line === null || shown === null || readWord(shown[1]) !== word) return null;
  return { word, argument: readArgument(line.text.slice(shown[0].length)) };
}

/** As it is written: at most three spaces, or the line would be code. */
const head = /^ {0,3}\/outcome(?:$|[^\S\n]+(\S*))/i;

/** What stands further on makes nothing else of the first line, in characters. A hundred comments are read at each look. */
const longestParagraph = 2000;

/** The lines from the first that is not blank up to the next that is. */
function firstParagraph(comment: string): readonly string[] {
  const lines = comment.replace(/^(?:[ \t]*(?:\r\n?|\n))+/, "").split(/\r\n?|\n/);
  const blank = lines.findIndex((line) => /^[ \t]*$/.test(line));
  return blank === -1 ? lines : lines.slice(0, blank);
}

/** `---` or `===` under a paragraph makes a heading of all its lines. */
function makesHeading(line: string): boolean {
  return /^ {0,3}(?:-+|=+)[ \t]*$/.test(line);
}

/** `| --- |` makes the head of a table of the line above it, for GitHub also where no bar stands in that. */
function makesTable(line = ""): boolean {
  return /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(line);
}

function shownLine(paragraph: string): Line | null {
  const { blocks, indented } = parseBody(paragraph);
  const [first] = blocks;
  if (indented || first?.kind !== "text" || first.depth > 0) return null;
  return first.lines[0] ?? null;
}

/** No word is longer, in characters. */
const longestWord = 100;

/** Without what cannot be seen, and without the comma or full stop of a sentence. */
function readWord(word = ""): string {
  return word
    .slice(0, longestWord)
    .replace(/\p{Cf}+/gu, "")
    .replace(/[.,;:!?]+$/u, "");
}

function readArgument(rest: string): string {
  return rest
    .replace(/[\p{Cf}\p{Cc}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, longestArgument)
    .toWellFormed();
}

import { sameReference } from "../../core/facts/reference.ts";
import type { Reference } from "../../core/facts/reference.ts";
import type { Block } from "../../core/markdown/block.ts";
import type { Line } from "../../core/markdown/line.ts";
import { quoteOf } from "../../core/markdown/line.ts";
import type { Body } from "../../core/markdown/parse-body.ts";
import { parseBody } from "../../core/markdown/parse-body.ts";
import { plainWords } from "../../core/markdown/plain-words.ts";
import { findReferences } from "../links/find-references.ts";
import type { ReferenceContext } from "../links/scan-references.ts";

/** What a text may take up. */
export interface Earlier {
  readonly problem: Reference;
  /** The comment that tells it, by its id; null where none does. */
  readonly comment: number | null;
  /** "" where nothing is told. */
  readonly note: string;
  readonly tried: readonly Reference[];
}

/** The line that links the comment, an earlier pull request or what the note names, or that quotes the note; else null. */
export function findTakenUp(body: Body, earlier: Earlier, context: ReferenceContext): string | null {
  return findLinked(body, earlier, context) ?? findAddressed(body, earlier, context) ?? findQuoted(body, earlier);
}

function findLinked(body: Body, { problem, note, tried }: Earlier, context: ReferenceContext): string | null {
  const all = { ...context, keywords: [] };
  const named = findReferences(parseBody(note), all).map(({ reference }) => reference);
  const wanted = [...tried, ...named].filter((reference) => !sameReference(reference, problem));
  const found = findReferences(body, all).find(
    ({ reference, denied }) => !denied && wanted.some((one) => sameReference(one, reference)),
  );
  return found?.quote ?? null;
}

const address = /https?:\/\/[^\s<>"'`]{4,500}/giu;

/** The comment's own address, or one that the note gives. */
function findAddressed(body: Body, { comment, note }: Earlier, context: ReferenceContext): string | null {
  // An address of this GitHub was looked at as a reference: without its anchor it may be the problem's.
  const given = (note.match(address) ?? [])
    .map((one) => one.replace(/[.,;:!?)\]]+$/u, ""))
    .filter((one) => !one.startsWith(`${context.webUrl}/`));
  const anchor = comment === null ? null : new RegExp(`#issuecomment-${comment}(?!\\d)`);
  for (const { text, links } of linesOf(body)) {
    for (const where of [text, ...links.map(({ href }) => href)]) {
      if (anchor?.test(where) === true || given.some((one) => where.includes(one))) return quoteOf(text);
    }
  }
  return null;
}

/** In words: what fewer of them say may stand in any text, and nobody quotes by accident as many as are enough. */
const [fewest, enough] = [3, 6];

/** As many words of the note in a row as nobody writes by accident; all of a shorter note. */
function findQuoted(body: Body, { note }: Earlier): string | null {
  const words = wordsOf(note.replace(address, " "));
  if (words.length < fewest) return null;
  const length = Math.min(words.length, enough);
  const runs = new Set(runsOf(words, length));
  for (const block of body.blocks) {
    const lines = shownIn(block);
    const placed = lines.flatMap((line) => wordsOf(line.text).map((word) => ({ word, line })));
    const at = runsOf(
      placed.map(({ word }) => word),
      length,
    ).findIndex((run) => runs.has(run));
    const found = placed[at];
    if (found !== undefined) return quoteOf(found.line.text);
  }
  return null;
}

function wordsOf(text: string): readonly string[] {
  return plainWords(text)
    .split(" ")
    .filter((word) => word !== "");
}

function runsOf(words: readonly string[], length: number): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, start) => words.slice(start, start + length).join(" "));
}

function linesOf({ blocks }: Body): readonly Line[] {
  return blocks.flatMap(shownIn);
}

/** Quotes count: what is taken up is somebody else's words. */
function shownIn(block: Block): readonly Line[] {
  return block.kind === "code" ? [] : block.lines;
}

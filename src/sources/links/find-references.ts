import type { Reference } from "../../core/facts/reference.ts";
import type { Block } from "../../core/markdown/block.ts";
import { type Line, quoteOf } from "../../core/markdown/line.ts";
import type { Body } from "../../core/markdown/parse-body.ts";
import { phraseReader, type ReadPhrase } from "./keyword-phrases.ts";
import { findSpots, joinLines, type PlacedSpot } from "./link-spots.ts";
import type { ReferenceContext } from "./scan-references.ts";

/** A reference at one place in the text. */
export interface FoundReference {
  readonly reference: Reference;
  /** A keyword phrase stands before it, or before the list that it continues. */
  readonly linking: boolean;
  /** The text says that it is none: "not part of #12". */
  readonly denied: boolean;
  /** GitHub closes the issue when the pull request is merged into the default branch. */
  readonly closing: boolean;
  /** Line in the text, from 1. */
  readonly line: number;
  /** The line as a reader sees it, with the line before when the phrase starts there; at most 200 characters. */
  readonly quote: string;
  /** Place in `Body.blocks`. */
  readonly block: number;
}

export interface FindContext extends ReferenceContext {
  /** Phrases that make a link, besides the usual ones. */
  readonly keywords: readonly string[];
}

/** Every reference that GitHub draws for a reader, in order: none in comments, code and quotes. */
export function findReferences(body: Body, context: FindContext): readonly FoundReference[] {
  return body.indented ? [] : readReferences(body, context);
}

/** As `findReferences`, and of a body that is one block of code by accident, what its author meant. */
export function readReferences(body: Body, context: FindContext): readonly FoundReference[] {
  const readPhrase = phraseReader(context.keywords);
  const found = body.blocks.flatMap((block, index) =>
    runsOf(block).flatMap((lines) => readRun(lines, { context, readPhrase, block: index })),
  );
  return body.indented ? found.map((reference) => ({ ...reference, closing: false })) : found;
}

/** The lines that read on into each other. One cell of a table at a time: a phrase does not reach into the next. */
function runsOf(block: Block): readonly (readonly Line[])[] {
  if (block.kind === "code" || (block.kind === "quote" && block.alert !== true)) return [];
  return block.kind === "row" ? block.lines.map((cell) => [cell]) : [block.lines];
}

interface Reading {
  readonly context: FindContext;
  readonly readPhrase: ReadPhrase;
  readonly block: number;
}

function readRun(lines: readonly Line[], { context, readPhrase, block }: Reading): readonly FoundReference[] {
  const text = joinLines(lines);
  const place = placeFinder(lines);
  let last = { end: 0, linking: false, denied: false };
  return findSpots(lines, text, context).map((spot) => {
    const { before, onLine, line, previous } = surroundings({ spot, text, from: last.end, place: place(spot.start) });
    const phrase = readPhrase(before);
    const closing = spot.mayClose && phrase.closes;
    const denies = phrase.denies && !closing;
    const own = phrase.links && !denies;
    const listed = !own && listGap.test(before);
    const linking = own || (listed && last.linking);
    const denied = (listed && last.denied) || denies;
    const wrapped = own && previous !== null && !readPhrase(onLine).links;
    const quote = quoteOf(wrapped ? `${previous.text} ${line.text}` : line.text);
    last = { end: spot.end, linking, denied };
    return { reference: spot.reference, linking, denied, closing, line: line.number, quote, block };
  });
}

/** "Fixes #1, #2 and #3", "#1 #2", "#1-#3", "[#1] / [#2]": what may stand between two references of one list. */
const listGap = /^[\])]?\s?(?:[,;、，&+/–-]|[,;]?\s?(?:and|or)\b)?\s{0,2}[([]?$/iu;

interface LinePlace {
  readonly line: Line;
  readonly previous: Line | null;
  /** Where the line starts in the joined text. */
  readonly offset: number;
}

interface Surroundings extends Pick<LinePlace, "line" | "previous"> {
  /** What stands between the last reference, or not too far back, and this one. */
  readonly before: string;
  /** The part of it that stands on the same line. */
  readonly onLine: string;
}

function surroundings(at: {
  readonly spot: PlacedSpot;
  readonly text: string;
  readonly from: number;
  readonly place: LinePlace;
}): Surroundings {
  const { spot, text, place } = at;
  const from = Math.max(at.from, spot.start - 200);
  const before = text.slice(from, spot.start) + spot.words;
  const onLine = text.slice(Math.max(from, place.offset), spot.start) + spot.words;
  return { before, onLine, line: place.line, previous: place.previous };
}

/** Finds the line of each place; places must be asked for in order. */
function placeFinder(lines: readonly Line[]): (at: number) => LinePlace {
  let index = 0;
  let offset = 0;
  return (at) => {
    let line = lines[index];
    while (line !== undefined && index < lines.length - 1 && at > offset + line.text.length) {
      offset += line.text.length + 1;
      index += 1;
      line = lines[index];
    }
    if (line === undefined) throw new Error("a reference stands outside the lines in which it was found");
    return { line, previous: lines[index - 1] ?? null, offset };
  };
}

import type { Block } from "../markdown/block.ts";
import { type Line, quoteOf } from "../markdown/line.ts";
import type { Body } from "../markdown/parse-body.ts";
import { plainWords } from "../markdown/plain-words.ts";
import type { ClaimPatterns } from "./claim-patterns.ts";
import { isPlaceholder } from "./hollow.ts";
import { findClaim, findKnowing, parseHypothesis, readKnowing } from "./parse-hypothesis.ts";
import type { MetricParts } from "./parse-metric.ts";
import { type ClaimContext, gradeParts } from "./read-hypothesis.ts";
import type { Hypothesis, Place, Reading } from "./statements.ts";

/** Whether a line is a field of some statement: a sentence does not run on into it. */
export type IsField = (block: number, line: number) => boolean;

/** Nobody reads further to find out what somebody believes: in blocks, and in claims. */
const mostBlocks = 2000;
const mostClaims = 50;

/** "We believe ... will ..." anywhere in what a reader sees. */
export function findHypothesis(body: Body, context: ClaimContext, isField: IsField): readonly Reading<Hypothesis>[] {
  const readings: Reading<Hypothesis>[] = [];
  for (const [index, block] of body.blocks.slice(0, mostBlocks).entries()) {
    if (readings.length >= mostClaims) break;
    const runs = runsOf(block, (line) => isField(index, line));
    readings.push(...runs.flatMap((lines) => readRun(lines, context)));
  }
  return readings;
}

/** The lines that read on into each other. */
function runsOf(block: Block, isField: (line: number) => boolean): readonly (readonly Line[])[] {
  if (block.kind === "code" || block.kind === "quote") return [];
  if (block.kind === "row") return block.lines.map((cell) => [cell]);
  const runs: Line[][] = [[]];
  for (const line of block.lines) {
    if (isField(line.number)) runs.push([]);
    runs.at(-1)?.push(line);
  }
  return runs;
}

function readRun(lines: readonly Line[], context: ClaimContext): readonly Reading<Hypothesis>[] {
  const claim = findClaim(lines.map(({ prose }) => prose).join("\n"), context.claims);
  if (claim === null) return [];
  const text = lines.map((line) => line.text).join("\n");
  const line = lineAt(lines, claim.start);
  const quote = quoteOf(line.text);
  const place: Place = { kind: "line", name: firstWords(line.text), line: line.number };
  if (context.template.hasLine(line.text)) return [{ grade: "template", quote, place }];
  const value = parseHypothesis(text.slice(claim.start, claim.end), context.claims);
  return [gradeParts(value, { quote, place }, context)];
}

/** "We will know when ..." in a paragraph of its own tells what claims leave open. Looked for once for all of them. */
export function knowingReader(
  body: Body,
  context: ClaimContext,
): (reading: Reading<Hypothesis>) => Reading<Hypothesis> {
  let found: MetricParts | null | undefined;
  return (reading) => {
    if (reading.grade !== "stated" || reading.value.metric !== null) return reading;
    if (found === undefined) found = findKnowingOf(body, context);
    if (found === null) return reading;
    const value = { ...reading.value, ...found, window: found.window ?? reading.value.window };
    return gradeParts(value, { quote: reading.quote, place: reading.place }, context);
  };
}

function findKnowingOf({ blocks }: Body, context: ClaimContext): MetricParts | null {
  for (const block of blocks.slice(0, mostBlocks)) {
    const known = block.kind === "text" ? knowingIn(block.lines, context) : null;
    if (known !== null) return known;
  }
  return null;
}

function knowingIn(lines: readonly Line[], { template, claims }: ClaimContext): MetricParts | null {
  const found = findKnowing(lines.map(({ prose }) => prose).join("\n"), claims);
  if (found === null || lines.some(({ text }) => template.hasLine(text))) return null;
  const words = lines.map(({ text }) => text).join("\n");
  return readKnowing(words.slice(found.start, found.end), claims);
}

/** The parts of the claims that the templates hold themselves, as examples. */
export function templateParts(templates: readonly Body[], claims: readonly ClaimPatterns[]): (text: string) => boolean {
  const runs = templates.flatMap(({ blocks }) => blocks.flatMap((block) => runsOf(block, () => false)));
  const texts = runs.map((lines) => lines.map(({ text }) => text).join("\n"));
  const examples = texts.flatMap((text) => {
    const claim = findClaim(text, claims);
    return claim === null ? [] : Object.values(parseHypothesis(text.slice(claim.start, claim.end), claims));
  });
  // Words in capitals are a form's wherever they stand, and "now" is a baseline where "NOW" is none.
  const told = examples.filter((part) => part !== null && !isPlaceholder(part));
  const parts = new Set(told.map((part) => plainWords(part ?? "")));
  parts.delete("");
  return (text) => parts.has(plainWords(text));
}

function lineAt(lines: readonly Line[], at: number): Line {
  let offset = 0;
  for (const line of lines) {
    offset += line.text.length + 1;
    if (at < offset) return line;
  }
  throw new Error("a claim stands outside the lines in which it was found");
}

function firstWords(text: string): string {
  return text.split(" ", 6).join(" ").slice(0, 60);
}

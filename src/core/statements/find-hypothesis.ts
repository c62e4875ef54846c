import type { Block } from "../markdown/block.ts";
import { type Line, quoteOf } from "../markdown/line.ts";
import type { Body } from "../markdown/parse-body.ts";
import { findClaim, findKnowing, parseHypothesis, parseKnowing } from "./parse-hypothesis.ts";
import { gradeParts } from "./read-hypothesis.ts";
import type { Hypothesis, Place, Reading } from "./statements.ts";
import type { TemplateWords } from "./template-words.ts";

/** Whether a line is a field of some statement: a sentence does not run on into it. */
export type IsField = (block: number, line: number) => boolean;

/** "We believe ... will ..." anywhere in what a reader sees. */
export function findHypothesis(body: Body, template: TemplateWords, isField: IsField): readonly Reading<Hypothesis>[] {
  return body.blocks.flatMap((block, index) =>
    runsOf(block, (line) => isField(index, line)).flatMap((lines) => readRun(lines, template)),
  );
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

function readRun(lines: readonly Line[], template: TemplateWords): readonly Reading<Hypothesis>[] {
  const claim = findClaim(lines.map(({ prose }) => prose).join("\n"));
  if (claim === null) return [];
  const text = lines.map((line) => line.text).join("\n");
  const line = lineAt(lines, claim.start);
  const quote = quoteOf(line.text);
  const place: Place = { kind: "line", name: firstWords(line.text), line: line.number };
  if (template.hasLine(line.text)) return [{ grade: "template", quote, place }];
  return [gradeParts(parseHypothesis(text.slice(claim.start, claim.end)), quote, place)];
}

/** "We will know when ..." in a paragraph of its own tells what the claim leaves open. */
export function withKnowing(reading: Reading<Hypothesis>, body: Body, template: TemplateWords): Reading<Hypothesis> {
  if (reading.grade !== "stated" || reading.value.metric !== null) return reading;
  for (const block of body.blocks) {
    if (block.kind !== "text" || block.lines.some(({ text }) => template.hasLine(text))) continue;
    const found = findKnowing(block.lines.map(({ prose }) => prose).join("\n"));
    if (found === null) continue;
    const words = block.lines
      .map(({ text }) => text)
      .join("\n")
      .slice(found.start, found.end);
    const { metric, baseline, target, window } = parseKnowing(words);
    const value = { ...reading.value, metric, baseline, target, window: window ?? reading.value.window };
    return gradeParts(value, reading.quote, reading.place);
  }
  return reading;
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

import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Body } from "../markdown/parse-body.ts";

/** What one key of an ```outcome block says. */
export interface BlockValue {
  readonly text: string;
  /** Line in the body, from 1. */
  readonly line: number;
}

export type OutcomeBlock = ReadonlyMap<string, BlockValue>;

/** Longer blocks are not read as YAML but line by line, in characters: `yaml` is slow on what nobody writes by hand. */
const longestBlock = 4096;

/** The first ```outcome block, key by key; keys in lower case with underscores. Empty without one. */
export function readOutcomeBlock(body: Body): OutcomeBlock {
  const block = body.blocks.find((candidate) => candidate.kind === "code" && candidate.info === "outcome");
  if (block?.kind !== "code") return new Map();
  const text = block.text.slice(0, longestBlock);
  const entries = readYaml(text) ?? readLines(text);
  const values = new Map<string, BlockValue>();
  for (const { key, value, line } of entries) {
    // A key given twice is taken as it was given first: a later one may be pasted below by accident.
    if (!values.has(key)) values.set(key, { text: value, line: block.number + line });
  }
  return values;
}

interface Entry {
  readonly key: string;
  readonly value: string;
  /** Line in the block, from 1. */
  readonly line: number;
}

/** Null when it is not a map, or YAML cannot read it: "problem: users say: no" is an error there, and clear to anybody. */
function readYaml(text: string): readonly Entry[] | null {
  if (nests(text)) return null;
  const lines = new LineCounter();
  // Two equal keys are sorted out above: `uniqueKeys` compares each key with every other.
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    merge: false,
    schema: "core",
    logLevel: "silent",
  });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  return document.contents.items.flatMap((pair) => readPair(pair, lines));
}

/** Deep nesting costs time and is never meant. */
function nests(text: string): boolean {
  return (text.match(/[[{]/gu) ?? []).length > 50;
}

function readPair(pair: { readonly key: unknown; readonly value: unknown }, lines: LineCounter): readonly Entry[] {
  if (!isScalar(pair.key)) return [];
  const key = toKey(String(pair.key.value));
  const line = lines.linePos(pair.key.range?.[0] ?? 0).line;
  // `hypothesis:` may hold the parts as keys of its own.
  if (isMap(pair.value)) return pair.value.items.flatMap((inner) => readPair(inner, lines));
  return [{ key, value: readValue(pair.value), line }];
}

/** Anchors and aliases are deliberately not followed: nobody writes them here. */
function readValue(node: unknown): string {
  if (isScalar(node)) return readScalar(node);
  if (isSeq(node))
    return node.items
      .map(readValue)
      .filter((item) => item !== "")
      .join("; ");
  return "";
}

/** Numbers and dates as they were written: "0.10" stays "0.10". */
function readScalar({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  if (value === null) return "";
  return (typeof value === "string" ? value : (source ?? "")).trim();
}

function readLines(text: string): readonly Entry[] {
  return text.split("\n").flatMap((row, index) => {
    const match = /^([a-z][a-z _-]{0,40}?)\s?:\s(.*)$/iu.exec(`${row.slice(0, 2000)} `);
    return match === null ? [] : [{ key: toKey(match[1] ?? ""), value: (match[2] ?? "").trim(), line: index + 1 }];
  });
}

function toKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, "_");
}

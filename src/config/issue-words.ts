import type { z } from "zod";
import { join, md } from "../core/markdown/markdown.ts";
import type { Markdown } from "../core/markdown/markdown.ts";
import type { ConfigNode } from "./config-tree.ts";
import { nearest } from "../core/markdown/nearest.ts";
import { fieldsOf, schemaAt } from "./schema-shape.ts";

type Issue = z.core.$ZodIssue;

interface Found {
  readonly node: ConfigNode;
  readonly path: readonly PropertyKey[];
}

/** One sentence: what stands there, and what is allowed instead. */
export function describeIssue(issue: Issue, { node, path }: Found): Markdown {
  const what = path.length === 0 ? md`The file` : md`${pathText(path)}`;
  switch (issue.code) {
    case "invalid_type":
      return md`${what} must be ${expected(issue.expected, node)}, not ${describeNode(node)}.`;
    case "invalid_value":
      return describeChoice(what, issue.values.map(String), node);
    case "too_big":
      return md`${what} must ${limit(issue.origin, "at most", issue.maximum)}.`;
    case "too_small":
      return md`${what} must ${limit(issue.origin, "at least", issue.minimum)}.`;
    case "custom":
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
    case "invalid_union":
    case "not_multiple_of":
    case "unrecognized_keys":
      return describeOwn(issue, what, node);
  }
}

/** A key that has to be there. */
export function describeMissing(path: readonly PropertyKey[]): Markdown {
  return md`${pathText(path)} is missing.`;
}

export function describeUnknownKey(key: string, path: readonly PropertyKey[], schema: z.core.$ZodType): Markdown {
  const known = [...(fieldsOf(schemaAt(schema, path) ?? schema)?.keys() ?? [])];
  const where = path.length === 0 ? md`` : md` in ${pathText(path)}`;
  // Of several kinds of entries, this one has it not.
  if (known.includes(key)) return md`${key} does not go with the other keys${where}.`;
  const near = nearest(key, known) ?? elsewhere(key, schema);
  if (near !== null) return md`${key} is not a known key${where}. Did you mean ${near}?`;
  if (fieldsOf(schema)?.has(key)) return md`${key} is not a known key${where}; it stands at the top level.`;
  return md`${key} is not a known key${where}; known are ${list(known, "and")}.`;
}

/** A key that is known, but in another place. */
function elsewhere(key: string, schema: z.core.$ZodType): string | null {
  for (const [parent, field] of fieldsOf(schema) ?? []) {
    if (fieldsOf(field)?.has(key)) return `${parent}.${key}`;
  }
  return null;
}

function describeChoice(what: Markdown, allowed: readonly string[], node: ConfigNode): Markdown {
  const near = node.kind === "scalar" ? nearest(node.source, allowed) : null;
  const hint = near === null ? md`` : md` Did you mean ${near}?`;
  return md`${what} must be ${list(allowed, "or")}, not ${describeNode(node)}.${hint}`;
}

/** Words that the schema's author wrote; they complete "`key` ...". */
function describeOwn(issue: Issue, what: Markdown, node: ConfigNode): Markdown {
  if (issue.message === "") return md`${what} cannot be ${describeNode(node)}.`;
  const known = issue.code === "custom" ? issue.params?.["known"] : undefined;
  const near = node.kind === "scalar" && isWords(known) ? nearest(node.source, known) : null;
  const hint = near === null ? md`` : md` Did you mean ${near}?`;
  return md`${what} ${{ markdown: issue.message }}${written(node)}.${hint}`;
}

function written(node: ConfigNode): Markdown {
  return node.kind === "scalar" ? md`, not ${describeNode(node)}` : md``;
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === "string");
}

function expected(type: string, node: ConfigNode): Markdown {
  switch (type) {
    case "string":
      return md`text`;
    case "boolean":
      return md`${"true"} or ${"false"}`;
    case "int":
      return md`a whole number`;
    case "number":
      return md`a number`;
    case "array":
      return md`a list, such as ${node.kind === "scalar" && node.source !== "" ? `[${node.source}]` : "[one, two]"}`;
    default:
      return md`a group of keys`;
  }
}

function limit(origin: string, bound: string, amount: number | bigint): Markdown {
  const number = Number(amount);
  switch (origin) {
    case "string":
      return number === 1 && bound === "at least"
        ? md`not be empty`
        : md`have ${{ markdown: bound }} ${number} characters`;
    case "array":
      return md`have ${{ markdown: bound }} ${number} entries`;
    default:
      return md`be ${{ markdown: bound }} ${number}`;
  }
}

function describeNode(node: ConfigNode): Markdown {
  switch (node.kind) {
    case "map":
      return md`a group of keys`;
    case "list":
      return md`a list`;
    case "scalar":
      return node.source === "" ? md`empty` : md`${node.source}`;
  }
}

/** `problems.labels[0]`, counted as people count would be ambiguous: as JSON paths do. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${String(step)}`))
    .join("");
}

function list(words: readonly string[], conjunction: "and" | "or"): Markdown {
  const parts = words.map((word) => md`${word}`);
  const last = parts.at(-1);
  if (last === undefined || parts.length === 1) return join(parts, "");
  return md`${join(parts.slice(0, -1), ", ")} ${{ markdown: conjunction }} ${last}`;
}

import type { Block } from "../../markdown/block.ts";
import type { Line } from "../../markdown/line.ts";
import { plainTitle } from "../../markdown/plain-words.ts";
import type { Body } from "../../markdown/parse-body.ts";
import type { TemplateWords } from "../template-words.ts";
import { type Role, roleWalk, type TitleRoles } from "./roles.ts";

/** A part of a body that shows something or says something, and what leads up to it. */
export interface Passage {
  readonly kind: "code" | "words" | "item" | "cell" | "quote";
  /** The lines that are not the template's; of code, its own lines. */
  readonly lines: readonly Line[];
  readonly role: Role;
  /** The heading above it; of a cell, the head of its column. "" without one. */
  readonly title: string;
  /** The last words before it, in the same section. */
  readonly lead: string;
}

/** Nobody looks further for something that can be checked: in passages, in lines of one, in paragraphs that start with a label, and in lines of one piece of code. */
const mostPassages = 2000;
const mostLines = 1000;
const mostLabels = 200;
const mostCodeLines = 400;
/** Longer lines tell no more, in characters. */
const longestLine = 300;

interface Walk {
  title: string;
  lead: string;
  /** What "Solution: ..." in a paragraph makes of the paragraphs behind it; null under a new heading. */
  label: Role | null;
  heads: readonly string[];
  labels: number;
}

/** The passages of a body in order. */
export function readPassages(body: Body, titles: TitleRoles, template: TemplateWords): readonly Passage[] {
  const roleAt = roleWalk(titles);
  const walk: Walk = { title: "", lead: "", label: null, heads: [], labels: 0 };
  const passages: Passage[] = [];
  for (const block of body.blocks) {
    if (passages.length >= mostPassages) break;
    const role = roleAt(block);
    if (block.kind === "heading") enterSection(walk, block);
    passages.push(...passagesOf(block, { walk, role, titles, template }));
  }
  return passages;
}

function enterSection(walk: Walk, { title, style }: Block & { readonly kind: "heading" }): void {
  // A label of its own reads like the end of a sentence: "I get this:".
  if (style !== "label") walk.title = title;
  walk.lead = style === "label" ? title : "";
  walk.label = null;
  walk.heads = [];
}

interface Around {
  readonly walk: Walk;
  readonly role: Role;
  readonly titles: TitleRoles;
  readonly template: TemplateWords;
}

function passagesOf(block: Block, { walk, role, titles, template }: Around): readonly Passage[] {
  const at = { role: walk.label ?? role, title: walk.title, lead: walk.lead };
  if (block.kind === "code") return [{ ...at, kind: "code", lines: codeLines(block, template) }];
  if (block.kind === "row") return cellsOf(block, at, walk);
  if (block.kind === "heading" && block.style === "heading") return [];
  const lines = block.lines.slice(0, mostLines).filter(({ text, box }) => box === null && !template.hasLine(text));
  if (block.kind === "quote") return [{ ...at, kind: "quote", lines }];
  const [first] = lines;
  if (first === undefined) return [];
  readLabel(first.prose, walk, titles);
  walk.lead = lastWords(lines) || walk.lead;
  const kind = block.kind === "text" && block.depth > 0 ? "item" : "words";
  return [{ ...at, role: walk.label ?? role, kind, lines }];
}

/** "Solution: make it green" says what it is as a heading would; any other label ends it. */
function readLabel(text: string, walk: Walk, titles: TitleRoles): void {
  const label = /^(\p{L}[\p{L} -]{2,30})[:：](?:\s|$)/u.exec(text)?.[1];
  if (label === undefined || walk.labels >= mostLabels) return;
  walk.labels += 1;
  walk.label = titles(plainTitle(label));
}

/** The last sentence of a paragraph that says anything. */
function lastWords(lines: readonly Line[]): string {
  const said = lines.findLast(({ prose }) => /\p{L}{2}/u.test(prose));
  return (
    said?.prose
      .slice(-longestLine)
      .split(/[.!?]\s/u)
      .at(-1) ?? ""
  );
}

function cellsOf(
  block: Block & { readonly kind: "row" },
  at: Pick<Passage, "role" | "title" | "lead">,
  walk: Walk,
): readonly Passage[] {
  if (block.header) walk.heads = block.lines.map(({ text }) => text);
  return block.lines.flatMap((line, column) => {
    if (line.text === "") return [];
    return [{ ...at, kind: "cell", lines: [line], title: walk.heads[column] || at.title }];
  });
}

function codeLines({ text, number }: Block & { readonly kind: "code" }, template: TemplateWords): readonly Line[] {
  return text.split("\n", mostCodeLines).flatMap((row, index) => {
    if (row.trim() === "" || template.hasLine(row)) return [];
    const shown = row.trimEnd().slice(0, longestLine);
    return [{ number: number + 1 + index, text: shown, prose: "", links: [], images: [], bold: 0, box: null }];
  });
}

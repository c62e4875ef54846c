import type { Block } from "../markdown/block.ts";
import type { Body } from "../markdown/parse-body.ts";
import { plainTitle, plainWords } from "../markdown/plain-words.ts";

/** What stood there before anybody wrote: the visible lines and titles of the templates. */
export interface TemplateWords {
  readonly hasLine: (text: string) => boolean;
  readonly hasTitle: (title: string) => boolean;
}

export function templateWords(templates: readonly Body[]): TemplateWords {
  const lines = new Set<string>();
  const titles = new Set<string>();
  for (const { blocks, fields, sections } of templates) {
    for (const text of blocks.flatMap(linesOf)) lines.add(lineKey(text));
    for (const { name, lines: values } of fields) {
      titles.add(plainTitle(name));
      for (const { text } of values) lines.add(lineKey(text));
    }
    for (const { title } of sections) titles.add(plainTitle(title));
  }
  lines.delete("");
  return { hasLine: (text) => lines.has(lineKey(text)), hasTitle: (title) => titles.has(plainTitle(title)) };
}

/** Quotes and examples in code are a template's words too. */
function linesOf(block: Block): readonly string[] {
  if (block.kind === "code") return block.text.split("\n").flatMap((line) => [line, line.replace(/^[^:]{1,40}:/u, "")]);
  if (block.kind === "row") return block.lines.map(({ text }) => text).concat(rowText(block.lines));
  return block.lines.map(({ text }) => text);
}

/** A row as one line. */
export function rowText(cells: readonly { readonly text: string }[]): string {
  return cells.map(({ text }) => text).join(" | ");
}

/** White space, marks, signs and the number of an item do not matter; a text of signs alone stands for itself. */
function lineKey(text: string): string {
  const words = plainWords(text.replace(/^\s*\d{1,3}[.)]\s/u, ""));
  return words === "" ? text.trim() : words;
}

import type { Block, RowBlock } from "./block.ts";
import { type Line, sliceLine } from "./line.ts";

/** `Name: value`, on a line, in a list item or as a row of a table. */
export interface Field {
  readonly name: string;
  /** Line of the name, from 1. */
  readonly number: number;
  /** Place in `Body.blocks`. */
  readonly block: number;
  /** The rest of the line and the lines behind it, up to the next field or the end of the block. */
  readonly lines: readonly Line[];
}

export function findFields(blocks: readonly Block[]): readonly Field[] {
  return blocks.flatMap((block, index) => {
    // "## Problem: nobody finds the button" says it in the title.
    if (block.kind === "heading" && block.style !== "label") return fieldsOfText(block.lines, index);
    if (block.kind === "text") return fieldsOfText(block.lines, index);
    if (block.kind === "row") return fieldsOfRow(block, index, blocks);
    return [];
  });
}

interface Split {
  readonly name: string;
  readonly value: Line;
}

function fieldsOfText(lines: readonly Line[], block: number): readonly Field[] {
  const fields: Field[] = [];
  let open: { readonly name: string; readonly number: number; readonly lines: Line[] } | null = null;
  for (const line of lines) {
    const split = splitField(line);
    if (split !== null) {
      if (open !== null) fields.push({ ...open, block });
      open = { name: split.name, number: line.number, lines: split.value.text === "" ? [] : [split.value] };
    } else open?.lines.push(line);
  }
  if (open !== null) fields.push({ ...open, block });
  return fields;
}

/** A name has at most 60 characters and 8 words; `https://...` is no field. Bold names may do without the colon. */
function splitField(line: Line): Split | null {
  const colon = line.prose.slice(0, 62).search(/[:：]/u);
  if (colon > 0 && !line.prose.startsWith("//", colon + 1)) return toSplit(line, colon, colon + 1);
  const dash = line.bold > 0 && line.bold <= 60 ? /^\s?[-–—]\s/u.exec(line.prose.slice(line.bold)) : null;
  return dash === null ? null : toSplit(line, line.bold, line.bold + dash[0].length);
}

function toSplit(line: Line, end: number, from: number): Split | null {
  const name = line.prose.slice(0, end).trim();
  if (!/^[^\p{L}\p{N}]{0,4}[\p{L}\p{N}]/u.test(name) || name.split(" ").length > 8) return null;
  return { name, value: sliceLine(line, from) };
}

/** Two columns are name and value; more are names in the header over the values of the only row. */
function fieldsOfRow(row: RowBlock, block: number, blocks: readonly Block[]): readonly Field[] {
  const [name, value] = row.lines;
  if (name === undefined || value === undefined) return [];
  if (row.lines.length === 2) return toField(name, value, block);
  const header = blocks[block - 1];
  if (row.header || header?.kind !== "row" || !header.header || blocks[block + 1]?.kind === "row") return [];
  return row.lines.flatMap((cell, column) => toField(header.lines[column], cell, block));
}

function toField(name: Line | undefined, value: Line, block: number): readonly Field[] {
  if (name === undefined || name.text === "" || name.text.length > 60) return [];
  const lines = value.text === "" ? [] : [value];
  return [{ name: name.text.replace(/\s?[:：]$/u, ""), number: value.number, block, lines }];
}

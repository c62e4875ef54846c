import type { BoardSection, BoardTable } from "./section.ts";
import { drawn } from "./section.ts";

/** A section as it is written, with all rows or with as many as there was room for. */
export interface Fitted {
  readonly text: string;
}

interface Shared {
  readonly section: BoardSection;
  /** In characters: what it gets even where all others want more. */
  readonly share: number;
}

/**
 * Sections in at most `room` characters. Each gets its share, and what some do not need goes to those that come first:
 * what is due now is worth more than a long list of what was declined.
 */
export function fitSections(sections: readonly Shared[], room: number): readonly string[] {
  const needs = sections.map(({ section }) => writeSection(section, Infinity).length);
  const kept = sections.map(({ share }, at) => Math.min(share, needs[at] ?? 0));
  let free = room - kept.reduce((sum, one) => sum + one, 0);
  return sections.map(({ section }, at) => {
    const given = kept[at] ?? 0;
    const more = Math.min(Math.max(free, 0), (needs[at] ?? 0) - given);
    free -= more;
    return writeSection(section, given + more);
  });
}

/** The whole section, whatever its length. */
export function writeWhole(section: BoardSection): string {
  return writeSection(section, Infinity);
}

/** In characters: room for the sentence about what was left out, in a section that has to leave something out. */
const roomForRest = 200;

function writeSection(section: BoardSection, room: number): string {
  const { heading, lead, chart, tables } = section;
  const top = [`## ${heading}`, lead, ...(chart === null ? [] : [drawn(chart)])].join("\n\n");
  const all = tables.map((table) => writeTable(table, table.rows.length));
  const whole = [top, ...all].join("\n\n");
  if (whole.length <= room) return whole;
  const { texts, left } = fitTables(tables, room - top.length - roomForRest);
  return [top, ...texts, restOf(section, left)].join("\n\n");
}

function writeTable({ caption, head, rows }: BoardTable, most: number): string {
  return `${caption === null ? "" : `### ${caption}\n\n`}${head}\n${rows.slice(0, most).join("\n")}`;
}

function fitTables(tables: readonly BoardTable[], room: number) {
  const texts: string[] = [];
  let [free, left] = [room, 0];
  for (const table of tables) {
    const most = fittingRows(table, free);
    left += table.rows.length - most;
    if (most === 0) continue;
    const text = writeTable(table, most);
    texts.push(text);
    // Where one row did not fit, what comes behind it waits too: a shorter one would stand in a wrong order.
    free = most < table.rows.length ? 0 : free - text.length - 2;
  }
  return { texts, left };
}

function fittingRows(table: BoardTable, room: number): number {
  let size = writeTable(table, 0).length + 2;
  const at = table.rows.findIndex((row) => {
    size += row.length + 1;
    return size > room;
  });
  return at === -1 ? table.rows.length : at;
}

const counted = new Intl.NumberFormat("en-GB");

function restOf({ more }: BoardSection, left: number): string {
  const words = left === 1 ? more.one : more.many;
  return `_And ${counted.format(left)} ${words}: there is no room for more on one page. \`outcome report\` lists all._`;
}

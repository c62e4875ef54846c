import type { BoardRow, BoardSection, BoardTable } from "./section.ts";
import { drawn } from "./section.ts";

interface Shared {
  readonly section: BoardSection;
  /** In characters: what it gets even where all others want more. */
  readonly share: number;
}

/**
 * Sections in at most `room` characters. Each gets its share, and what some do not need goes to those that come first:
 * what is due now is worth more than a long list of what was declined.
 */
export function fitSections(shared: readonly Shared[], room: number): readonly string[] {
  const sections = shared.map((one) => ({ ...one, section: writtenOnce(one.section) }));
  const needs = sections.map(({ section }) => writeSection(section, room).length);
  const kept = sections.map(({ share }, at) => Math.min(share, needs[at] ?? 0));
  let free = room - kept.reduce((sum, one) => sum + one, 0);
  return sections.map(({ section }, at) => {
    const given = kept[at] ?? 0;
    const more = Math.min(free, (needs[at] ?? 0) - given);
    free -= more;
    return writeSection(section, given + more);
  });
}

/** Rows are weighed first and written later: each is made once. */
function writtenOnce(section: BoardSection): BoardSection {
  const tables = section.tables.map((table) => ({ ...table, rows: table.rows.map(once) }));
  return { ...section, tables };
}

function once(write: BoardRow): BoardRow {
  let written: string | null = null;
  return () => (written ??= write());
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
  const all = fitTables(tables, room - top.length);
  if (all.left === 0) return [top, ...all.texts].join("\n\n");
  const { texts, left } = fitTables(tables, room - top.length - roomForRest);
  return [top, ...texts, restOf(section, left)].join("\n\n");
}

function fitTables(tables: readonly BoardTable[], room: number) {
  const texts: string[] = [];
  let [free, left] = [room, 0];
  for (const table of tables) {
    const { text, more } = fitTable(table, free);
    left += more;
    if (more < table.rows.length) texts.push(text);
    // Where one row did not fit, what comes behind it waits too: a shorter one would stand in a wrong order.
    free = more > 0 ? 0 : free - text.length - 2;
  }
  return { texts, left };
}

/** As many rows as there is room for, with how many are left. */
function fitTable({ caption, head, rows }: BoardTable, room: number) {
  const lines = [`${caption === null ? "" : `### ${caption}\n\n`}${head}`];
  let size = (lines[0]?.length ?? 0) + 2;
  for (const row of rows) {
    const line = row();
    size += line.length + 1;
    if (size > room) break;
    lines.push(line);
  }
  return { text: lines.join("\n"), more: rows.length - lines.length + 1 };
}

const counted = new Intl.NumberFormat("en-GB");

function restOf({ more }: BoardSection, left: number): string {
  const words = left === 1 ? more.one : more.many;
  return `_And ${counted.format(left)} ${words}: there is no room for more on one page. \`outcome report\` lists all._`;
}

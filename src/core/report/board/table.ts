import { tableCell } from "../../markdown/escape.ts";
import type { Markdown } from "../../markdown/markdown.ts";
import { quote as quoteUpTo } from "../../markdown/markdown.ts";
import { formatDay } from "../dates.ts";

/** In characters: a table has room for the gist of what people wrote, and the rest stands where its link leads. */
const longestQuote = 160;

export function quote(text: string): Markdown {
  return quoteUpTo(text, longestQuote);
}

export function dayWords(moment: string | null, timeZone: string): Markdown {
  return { markdown: moment === null ? "" : formatDay(new Date(moment), timeZone) };
}

/** The head of a table with the line below it. */
export function tableHead(names: readonly string[]): string {
  return `| ${names.join(" | ")} |\n|${" --- |".repeat(names.length)}`;
}

export function tableRow(cells: readonly Markdown[]): string {
  return `| ${cells.map(({ markdown }) => tableCell(markdown)).join(" | ")} |`;
}

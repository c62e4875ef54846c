import { tableCell } from "../../markdown/escape.ts";
import type { Markdown } from "../../markdown/markdown.ts";

/** The head of a table with the line below it. */
export function tableHead(names: readonly string[]): string {
  return `| ${names.join(" | ")} |\n|${" --- |".repeat(names.length)}`;
}

export function tableRow(cells: readonly Markdown[]): string {
  return `| ${cells.map(({ markdown }) => tableCell(markdown)).join(" | ")} |`;
}

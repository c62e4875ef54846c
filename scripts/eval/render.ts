import type { AspectScore, Evaluation } from "./evaluate.ts";

/** The table and the times, then every miss. */
export function renderEvaluation({ scores, took }: Evaluation): string {
  const table = [["", "right", "wrong", "missed", "precision", "recall", "--only"], ...scores.map(row)];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const lines = table.map((cells) => cells.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join("  "));
  const { pullRequests, issues } = took;
  const times = `Read in ${pullRequests.toFixed(0)} ms (pull requests) and ${issues.toFixed(0)} ms (issues).`;
  return `${lines.join("\n").replaceAll(/ +$/gm, "")}\n${times}\n${scores.map(renderMisses).join("")}`;
}

function row({ id, title, right, wrong, missed, precision, recall }: AspectScore): readonly string[] {
  return [title, String(right), String(wrong), String(missed), share(precision), share(recall), id];
}

function share(part: number | null): string {
  return part === null ? "-" : part.toFixed(3);
}

/** Names to the left, numbers to the right. */
function pad(cell: string, column: number, width: number): string {
  return column === 0 || column === 6 ? cell.padEnd(width) : cell.padStart(width);
}

function renderMisses({ title, misses }: AspectScore): string {
  if (misses.length === 0) return "";
  const lines = misses.map(({ id, kind, item, instead, remark }) => {
    const quote = item.quote === null ? "" : `: ${shorten(item.quote)}`;
    return `  ${kind.padEnd(6)} ${id} ${item.name}${quote}${instead === "" ? "" : ` (instead of ${instead})`}${remark === "" ? "" : ` [${shorten(remark)}]`}\n`;
  });
  return `\n${title}\n${lines.join("")}`;
}

/** One line, at most 160 characters. */
function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}

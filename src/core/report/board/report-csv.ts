import type { FollowUpSummary, RoundSummary } from "../../follow-up/summary.ts";
import type { Report } from "./report-json.ts";

/** What a line is made of. */
interface Line {
  readonly thread: FollowUpSummary;
  readonly round: RoundSummary;
  /** Counted from 1. */
  readonly turn: number;
}

type Cell = string | number | null;

/** The columns by their names. Several statements of one round stand in one cell, each on a line of its own. */
const columns: Readonly<Record<string, (line: Line) => Cell>> = {
  kind: ({ thread }) => thread.kind,
  number: ({ thread }) => thread.number,
  title: ({ thread }) => thread.title,
  theme: ({ thread }) => thread.theme,
  round: ({ turn }) => turn,
  state: ({ round }) => round.state,
  believed: ({ round }) => round.believed.join("\n"),
  exploring: ({ round }) => round.exploring.join("\n"),
  metric: ({ round }) => round.metric,
  baseline: ({ round }) => round.baseline,
  target: ({ round }) => round.target,
  before: ({ round }) => round.before?.value ?? null,
  after: ({ round }) => round.after?.value ?? null,
  unit: ({ round }) => round.after?.unit ?? round.before?.unit ?? null,
  pull_requests: ({ round }) => round.served.join(" "),
  first_merged_at: ({ round }) => round.first_merged_at,
  last_merged_at: ({ round }) => round.last_merged_at,
  due_at: ({ round }) => round.due_at,
  ask_at: ({ round }) => round.ask_at,
  asked_at: ({ round }) => round.asked_at,
  settled_at: ({ round }) => round.settled_at,
  note: ({ round }) => round.note,
};

/** One line a round, as RFC 4180 has it: https://www.rfc-editor.org/rfc/rfc4180. */
export function toCsv({ follow_ups: threads }: Report): string {
  const lines = threads.flatMap((thread) =>
    thread.rounds.map((round, at) => Object.values(columns).map((read) => read({ thread, round, turn: at + 1 }))),
  );
  return [Object.keys(columns), ...lines].map((cells) => `${cells.map(toCell).join(",")}\r\n`).join("");
}

/** Text is always quoted: a spreadsheet that splits at other signs than commas would else find cells within it. */
function toCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  // A terminal would obey control characters; a line end within quotes is one in the cell.
  const plain = cell.replace(/[^\P{Cc}\n]+/gu, " ");
  return `"${disarm(plain).replaceAll('"', '""')}"`;
}

/**
 * A spreadsheet takes for a formula what begins with one of these, and what people write on GitHub is opened by others.
 * With an apostrophe before it, it is text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function disarm(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}

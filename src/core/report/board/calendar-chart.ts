import type { FollowUpSummary, RoundSummary } from "../../follow-up/summary.ts";
import { chartLabel } from "./chart-label.ts";

interface Bar {
  readonly summary: FollowUpSummary;
  readonly round: RoundSummary;
}

/** More bars make a wall of them. The table below has all. */
const mostBars = 12;

const day = 86_400_000;

/** When each is asked about next, from its last merge on; null where no day is known of any. The first in the list are drawn. */
export function inGantt(bars: readonly Bar[], timeZone: string): string | null {
  const dated = bars
    .flatMap(({ summary, round }) => {
      if (round.ask_at === null) return [];
      const [from, to] = [new Date(round.last_merged_at), new Date(round.ask_at)];
      return [{ summary, from, to: new Date(Math.max(to.getTime(), from.getTime() + day)) }];
    })
    .slice(0, mostBars);
  if (dated.length === 0) return null;
  const start = Math.min(...dated.map(({ from }) => from.getTime()));
  const end = Math.max(...dated.map(({ to }) => to.getTime()));
  return [
    "gantt",
    "    dateFormat YYYY-MM-DD",
    ...axis((end - start) / day),
    ...dated.map(
      ({ summary, from, to }) =>
        // The number first: so no title can begin with a word that Mermaid obeys.
        `    ${summary.number} ${chartLabel(summary.title)} :${isoDay(from, timeZone)}, ${isoDay(to, timeZone)}`,
    ),
  ].join("\n");
}

/** So many marks that their words do not run into each other. */
function axis(days: number): readonly string[] {
  if (days <= 70) return ["    axisFormat %-d %b", "    tickInterval 1week", "    weekday monday"];
  return [days <= 300 ? "    axisFormat %b" : "    axisFormat %b %Y", `    tickInterval ${days <= 300 ? 1 : 6}month`];
}

/** "2026-12-06", in the configured time zone. */
function isoDay(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "2-digit", day: "2-digit", timeZone });
  const of = new Map(parts.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${of.get("year")}-${of.get("month")}-${of.get("day")}`;
}

import type { FollowUpSummary, RoundSummary } from "../../follow-up/summary.ts";
import type { Markdown } from "../../markdown/markdown.ts";
import { md } from "../../markdown/markdown.ts";
import type { BoardFacts } from "./board-facts.ts";
import { inGantt } from "./calendar-chart.ts";
import { pageLink } from "./page-link.ts";
import { claimWords } from "./claim-words.ts";
import type { BoardSection } from "./section.ts";
import { dayWords, tableHead, tableRow } from "./table.ts";

/** The round that is under way of something that is followed up. */
interface Running {
  readonly summary: FollowUpSummary;
  readonly round: RoundSummary;
}

/** What stands in one of these states now. Only the latest round of each may. */
function running(summaries: readonly FollowUpSummary[], states: readonly RoundSummary["state"][]): readonly Running[] {
  return summaries.flatMap((summary) => {
    const round = summary.rounds.at(-1);
    return round !== undefined && states.includes(round.state) ? [{ summary, round }] : [];
  });
}

const more = { one: "more follow-up", many: "more follow-ups" };

/** Those that wait for an answer the longest come first. */
export function dueSection(facts: BoardFacts): BoardSection {
  const due = running(facts.summaries, ["due", "asked", "reminded"]).toSorted(
    (a, b) => order(a.round.asked_at ?? a.round.ask_at, b.round.asked_at ?? b.round.ask_at) || byNumber(a, b),
  );
  const rows = due.map(
    (one) => () => tableRow([pageLink(facts, one.summary), claimWords(one.round), howFar(one.round, facts.timeZone)]),
  );
  return {
    heading: "Due now",
    lead:
      due.length === 0
        ? "Nothing waits for an answer."
        : "Whoever knows what became of these, please say so there. The question with the lines to answer with stands on each of them that was asked about.",
    chart: null,
    tables: due.length === 0 ? [] : [{ caption: null, head: tableHead(["Where", "Believed", "Asked"]), rows }],
    more,
  };
}

function howFar({ state, asked_at: asked, ask_at: day }: RoundSummary, timeZone: string): Markdown {
  if (asked === null) return md`not yet; its day was ${dayWords(day, timeZone)}`;
  return state === "reminded" ? md`${dayWords(asked, timeZone)}, and reminded since` : dayWords(asked, timeZone);
}

/** Those that are asked about next come first; of what waits for a release nobody knows the day. */
export function pendingSection(facts: BoardFacts): BoardSection {
  const pending = running(facts.summaries, ["pending", "waiting"]).toSorted(
    (a, b) => order(a.round.ask_at, b.round.ask_at) || byNumber(a, b),
  );
  const rows = pending.map(
    (one) => () =>
      tableRow([pageLink(facts, one.summary), claimWords(one.round), whenAsked(one.round, facts.timeZone)]),
  );
  return {
    heading: "Pending",
    lead:
      pending.length === 0
        ? "Nothing merged waits for its day."
        : "Merged, and given time to show an effect. Nobody has to do anything before the day that is named.",
    chart: inGantt(pending, facts.timeZone),
    tables: pending.length === 0 ? [] : [{ caption: null, head: tableHead(["Where", "Believed", "Asked on"]), rows }],
    more,
  };
}

function whenAsked({ state, ask_at: day }: RoundSummary, timeZone: string): Markdown {
  return state === "waiting" || day === null ? md`some time after its release` : dayWords(day, timeZone);
}

/** ISO dates in UTC are in order of time where they are in order of letters; what has none comes last. */
function order(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return new Date(a).getTime() - new Date(b).getTime();
}

function byNumber(a: Running, b: Running): number {
  return b.summary.number - a.summary.number;
}

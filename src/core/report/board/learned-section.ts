import type { FollowUpSummary, RoundSummary } from "../../follow-up/summary.ts";
import type { Markdown } from "../../markdown/markdown.ts";
import { md } from "../../markdown/markdown.ts";
import type { BoardFacts } from "./board-facts.ts";
import { hasEnded } from "./ended.ts";
import { outcomesChart } from "./outcomes-chart.ts";
import { pageLink } from "./page-link.ts";
import { claimWords } from "./claim-words.ts";
import type { BoardSection } from "./section.ts";
import { dayWords, quote, tableHead, tableRow } from "./table.ts";

/** How many rounds of one chain are shown, the latest: what was tried ten times is told where it stands. */
const mostRounds = 5;

/** Chains of what was believed, what came of it and what was learned: the latest news first, and last where nobody has looked. */
export function learnedSection(facts: BoardFacts): BoardSection | null {
  const chains = facts.summaries
    .filter(({ rounds }) => rounds.some(hasEnded))
    .toSorted((a, b) => unlooked(a) - unlooked(b) || endOf(b) - endOf(a) || b.number - a.number);
  if (chains.length === 0) return null;
  return {
    heading: "Learned lately",
    lead:
      "What was believed, what came of it, and what was learned. A belief that turned out wrong is as good a result " +
      "as one that turned out right: nobody has to build on it any more. What was tried again on the same problem stands below what was tried first.",
    chart: outcomesChart(facts.summaries),
    tables: [
      {
        caption: null,
        head: tableHead(["Where", "Believed", "Outcome", "What we learned"]),
        rows: chains.map((chain) => () => chainRows(chain, facts)),
      },
    ],
    more: { one: "more chain", many: "more chains" },
  };
}

/** 1 where all that ended did so without a word of anybody. */
function unlooked({ rounds }: FollowUpSummary): number {
  return Number(rounds.filter(hasEnded).every(({ state }) => state === "unmeasured"));
}

/** In milliseconds: when the latest of its rounds came to an end. */
function endOf({ rounds }: FollowUpSummary): number {
  return Math.max(...rounds.filter(hasEnded).map((round) => new Date(round.settled_at ?? 0).getTime()));
}

function chainRows(summary: FollowUpSummary, facts: BoardFacts): string {
  const told = summary.rounds.filter(({ state }) => state !== "cancelled");
  const shown = told.slice(-mostRounds);
  const left = told.length - shown.length;
  const earlier = left === 0 ? [] : [tableRow([pageLink(facts, summary), md`${left} earlier`, md``, md``])];
  const rows = shown.map((round, at) => {
    const where = at === 0 && left === 0 ? pageLink(facts, summary) : md`↳ then`;
    return tableRow([where, claimWords(round), outcomeWords(round, facts.timeZone), learnedWords(round)]);
  });
  return [...earlier, ...rows].join("\n");
}

function outcomeWords({ state, settled_at: at, ask_at: day }: RoundSummary, timeZone: string): Markdown {
  switch (state) {
    case "validated":
    case "invalidated":
    case "inconclusive":
    case "unmeasured":
    case "reverted":
      return md`**${{ markdown: state }}**${at === null ? md`` : md`, ${dayWords(at, timeZone)}`}`;
    case "due":
    case "asked":
    case "reminded":
      return md`due now`;
    case "pending":
      return day === null ? md`pending` : md`pending until ${dayWords(day, timeZone)}`;
    case "waiting":
      return md`pending until its release`;
    case "cancelled":
      return md`cancelled`;
  }
}

function learnedWords({ state, note, asked_at: asked }: RoundSummary): Markdown {
  if (state === "unmeasured" && asked === null)
    return md`Nobody was asked: its day had long passed. An answer still counts.`;
  return note.trim() === "" ? { markdown: unsaid[state] ?? "" } : quote(note);
}

const unsaid: Readonly<Partial<Record<RoundSummary["state"], string>>> = {
  validated: "No note was written.",
  invalidated: "No note was written.",
  inconclusive: "No note was written.",
  unmeasured: "Nobody has looked yet. An answer still counts.",
  reverted: "The change was taken back.",
};

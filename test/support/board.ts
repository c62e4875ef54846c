import type { BoardFacts, BoardProblem } from "../../src/core/report/board/board-facts.ts";
import type { FollowUpSummary, RoundSummary } from "../../src/core/follow-up/summary.ts";

/** Facts of a repository where nothing happened, unless given. */
export function boardFacts(given: Partial<BoardFacts> = {}): BoardFacts {
  return {
    now: new Date("2026-03-10T10:00:00Z"),
    repository: { owner: "acme", name: "shop" },
    webUrl: "https://github.com",
    timeZone: "Europe/Berlin",
    title: "What we learned",
    summaries: [],
    problems: [],
    declined: [],
    optOuts: [],
    ...given,
  };
}

/** Something that is followed up, with one round for each given, the oldest first. */
export function summaryOf(
  number: number,
  rounds: readonly Partial<RoundSummary>[],
  given: Partial<Omit<FollowUpSummary, "number" | "rounds">> = {},
): FollowUpSummary {
  return {
    kind: "problem",
    number,
    title: `Problem ${number}`,
    theme: null,
    ...given,
    rounds: rounds.map((round) => ({ ...pending, ...round })),
  };
}

const pending: RoundSummary = {
  believed: ["A visible total lowers abandoned carts."],
  exploring: [],
  metric: null,
  baseline: null,
  target: null,
  before: null,
  after: null,
  served: [31],
  first_merged_at: "2026-02-20T10:00:00Z",
  last_merged_at: "2026-02-20T10:00:00Z",
  due_at: "2026-03-06T10:00:00Z",
  ask_at: "2026-03-10T09:00:00Z",
  asked_at: null,
  state: "pending",
  settled_at: null,
  note: "",
};

export function problemOf(number: number, given: Partial<BoardProblem> = {}): BoardProblem {
  const weight = { reactions: 4, people: 3, duplicates: 1, feedback: 2 };
  return { number, title: `Problem ${number}`, theme: null, weight, ...given };
}

const asked = { state: "asked", asked_at: "2026-03-03T09:00:00Z" } as const;

/** A repository some months after it began to ask. */
export const livelyBoard = boardFacts({
  summaries: [
    summaryOf(12, [{ ...asked, metric: "abandoned carts", baseline: "62 %", target: "40 %" }], {
      title: "The total is hidden on small screens until the last step",
    }),
    summaryOf(15, [{ state: "reminded", asked_at: "2026-02-24T09:00:00Z", believed: [] }], {
      title: "Search finds nothing after a typing mistake",
    }),
    summaryOf(
      18,
      [{ ask_at: "2026-03-17T09:00:00Z", believed: ["Shorter forms let more people finish signing up."] }],
      {
        title: "Signing up takes too long on a phone",
      },
    ),
    summaryOf(21, [{ ask_at: "2026-04-07T08:00:00Z", last_merged_at: "2026-03-05T10:00:00Z" }], {
      title: "Nobody finds the export",
    }),
    summaryOf(40, [{ state: "waiting", ask_at: null, due_at: null }], { kind: "pull_request", title: "Sort by date" }),
    summaryOf(
      7,
      [
        {
          state: "invalidated",
          settled_at: "2025-12-09T09:00:00Z",
          asked_at: "2025-12-02T09:00:00Z",
          believed: ["A bigger button makes more people order."],
          note: "Orders stayed where they were. People told us that they do not trust the delivery date.",
        },
        {
          state: "validated",
          settled_at: "2026-02-17T09:00:00Z",
          asked_at: "2026-02-17T09:00:00Z",
          believed: ["Showing the delivery date before the payment makes more people order."],
          metric: "orders per day",
          before: reading(118),
          after: reading(141),
          target: "140",
          note: "Holds for three weeks now.",
        },
      ],
      { title: "People leave at the payment" },
    ),
    summaryOf(
      5,
      [{ state: "unmeasured", asked_at: "2026-01-06T09:00:00Z", settled_at: "2026-01-20T09:00:00Z", believed: [] }],
      {
        title: "Pages load slowly in the morning",
      },
    ),
    summaryOf(33, [{ state: "reverted", settled_at: "2026-01-12T09:00:00Z" }], {
      kind: "pull_request",
      title: "Keep the cart for thirty days",
    }),
    summaryOf(9, [{ state: "inconclusive", settled_at: "2026-01-06T09:00:00Z", note: "Too few visitors to tell." }], {
      title: "Visitors from abroad see prices without tax",
    }),
  ],
  problems: [
    problemOf(18, { title: "Signing up takes too long on a phone", theme: "Onboarding" }),
    problemOf(51, { title: "The first invoice is a surprise", theme: "Onboarding" }),
    problemOf(52, { title: "The app forgets the language" }),
  ],
  declined: [
    {
      kind: "problem",
      number: 44,
      title: "No dark mode",
      at: new Date("2026-02-03T12:00:00Z"),
      reason: "Two people asked in two years, and it would cost every later change.",
    },
    { kind: "pull_request", number: 47, title: "Use another list", at: new Date("2026-01-03T12:00:00Z"), reason: null },
  ],
  optOuts: [
    { number: 61, reason: "Typing mistake in the docs", at: new Date("2026-03-01T12:00:00Z") },
    { number: 58, reason: "typing mistake in the docs", at: new Date("2026-02-20T12:00:00Z") },
    { number: 55, reason: "Hotfix, the shop was down", at: new Date("2026-02-11T12:00:00Z") },
  ],
});

function reading(value: number): RoundSummary["before"] {
  return { value, unit: null, at: "2026-02-17T09:00:00Z", asked: "orders_per_day", window: "7 days", public: true };
}

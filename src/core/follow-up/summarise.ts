import { oneLine } from "../markdown/escape.ts";
import type { FollowUpFacts, FollowUpState, Round, Served } from "./follow-up.ts";
import { keptOf } from "./kept-of.ts";
import { readingOf } from "./measured.ts";
import { measuredFor, metricOf } from "./metric-of.ts";
import type { FollowUpSummary, RoundSummary } from "./summary.ts";

/** In characters: a row of a table has no room for more, and the index keeps thousands. */
const longestNote = 1_500;

/** What board and report tell of one home. `theme`: that of the problem; null where there is none. */
export function summarise(facts: FollowUpFacts, rounds: readonly Round[], theme: string | null): FollowUpSummary {
  const { kind, reference, title } = facts.home;
  return {
    kind,
    number: reference.number,
    title: oneLine(title, longestNote),
    theme,
    rounds: rounds.map((round) => summariseRound(round, facts)),
  };
}

/** Once it is followed up elsewhere: what was merged for a problem that is gone stands for it. */
export function nameAnew(
  summary: FollowUpSummary,
  { kind, number, title }: Pick<FollowUpSummary, "kind" | "number" | "title">,
): FollowUpSummary {
  return { ...summary, kind, number, title: oneLine(title, longestNote) };
}

function summariseRound(round: Round, facts: FollowUpFacts): RoundSummary {
  const records = keptOf(round.served).map(({ record }) => record);
  return {
    believed: distinct(records.map(({ believed }) => believed)),
    exploring: distinct(records.map(({ exploring }) => exploring)),
    ...summariseMetric(round, facts),
    ...summariseDates(round, facts),
    served: round.served.map(({ reference }) => reference.number),
    state: nameOf(round.state),
    note: round.state.kind === "settled" ? oneLine(round.state.answer?.note ?? "", longestNote) : "",
  };
}

function summariseMetric(round: Round, { measured }: FollowUpFacts) {
  const named = metricOf(round);
  const record = named?.moved.at(-1)?.record;
  const found = measuredFor(round, named?.metric ?? null, measured);
  return {
    metric: record?.metric ?? null,
    baseline: record?.baseline ?? null,
    target: record?.target ?? null,
    before: readingOf(found?.before ?? record?.reading ?? null),
    after: readingOf(found?.after ?? null),
  };
}

function summariseDates({ served, state, askedAt }: Round, { now }: FollowUpFacts) {
  const dates = served.map(({ mergedAt }: Served) => mergedAt);
  const isComing = state.kind === "pending" || state.kind === "due";
  return {
    first_merged_at: (dates[0] ?? now).toISOString(),
    last_merged_at: (dates.at(-1) ?? now).toISOString(),
    due_at: isComing ? state.dueAt.toISOString() : null,
    ask_at: isComing ? state.askAt.toISOString() : null,
    asked_at: askedAt?.toISOString() ?? null,
    settled_at: state.kind === "waiting" || isComing ? null : state.at.toISOString(),
  };
}

function nameOf(state: FollowUpState): RoundSummary["state"] {
  return state.kind === "settled" ? state.outcome : state.kind;
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => text ?? []))];
}

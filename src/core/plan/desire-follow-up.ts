import type { Reference } from "../facts/reference.ts";
import { sameReference } from "../facts/reference.ts";
import type { FollowUpFacts, FollowUpState, Round, Served } from "../follow-up/follow-up.ts";
import type { LabelKey, LabelSettings } from "../follow-up/labels.ts";
import type { QuestionSettings } from "../report/question-settings.ts";
import { desireWords } from "./desire-words.ts";
import type { DesiredWords } from "./desire-words.ts";

/** How home and served pull requests should look. Nothing is desired of what is not named. */
export interface DesiredFollowUp {
  readonly home: Reference;
  /** The home first. */
  readonly threads: readonly DesiredThread[];
  /** One for each round, oldest first. */
  readonly words: readonly DesiredWords[];
  readonly labels: LabelSettings;
}

export interface DesiredThread {
  readonly reference: Reference;
  /** The one label of ours that stands there; null: none. */
  readonly label: LabelKey | null;
  /** Since when that is so: what a person took off before is put on again. */
  readonly since: Date;
  /** Outcomes that people's labels said here, and that counted as answers: such a label gives way to a later word. */
  readonly answered: readonly LabelKey[];
}

export function desireFollowUp(
  facts: FollowUpFacts,
  rounds: readonly Round[],
  settings: QuestionSettings,
): DesiredFollowUp {
  const place = { home: facts.home.reference, labels: settings.labels };
  const latest = rounds.at(-1);
  if (latest === undefined) return { ...place, threads: [], words: [] };
  const served = rounds.flatMap((round) => round.served.map((one) => desireServed(one, round, facts)));
  const others = served.filter(({ reference }) => !sameReference(reference, facts.home.reference));
  return {
    ...place,
    threads: [desireHome(latest, facts), ...others],
    words: rounds.map((round, at) => desireWords(facts, { round, next: rounds[at + 1] ?? null }, settings)),
  };
}

function desireHome(round: Round, facts: FollowUpFacts): DesiredThread {
  const { reference } = facts.home;
  return {
    reference,
    label: labelOf(round.state),
    since: sinceOf(round, facts),
    answered: answeredOn(reference, facts),
  };
}

function sinceOf({ served, state }: Round, { now }: FollowUpFacts): Date {
  return state.kind === "settled" ? state.at : (served[0]?.mergedAt ?? now);
}

/** What was taken back or taken out of it is no part of how it goes on, unless it was answered by the label there. */
function desireServed(one: Served, round: Round, facts: FollowUpFacts): DesiredThread {
  const { reference } = one;
  const answered = answeredOn(reference, facts);
  const label = labelOf(round.state);
  const since = sinceOf(round, facts);
  if (label !== null && answered.includes(label)) return { reference, label, since, answered };
  if (one.cancelledAt !== null) return { reference, label: null, since, answered };
  return one.revertedAt === null
    ? { reference, label, since, answered }
    : { reference, label: "reverted", since: one.revertedAt, answered };
}

function answeredOn(reference: Reference, { answers }: FollowUpFacts): readonly LabelKey[] {
  return answers.flatMap(({ on, via, outcome }) => (via === "label" && sameReference(on, reference) ? [outcome] : []));
}

function labelOf(state: FollowUpState): LabelKey | null {
  switch (state.kind) {
    case "waiting":
    case "pending":
      return "pending";
    case "due":
    case "asked":
    case "reminded":
      return "due";
    case "cancelled":
      return null;
    case "settled":
      return state.outcome;
  }
}

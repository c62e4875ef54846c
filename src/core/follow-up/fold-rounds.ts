import type { FollowUpFacts, Round, Served } from "./follow-up.ts";
import type { FollowUpSettings } from "./follow-up-settings.ts";
import type { RoundEvents } from "./round-events.ts";
import { stateOf } from "./state-of.ts";

/**
 * The follow-ups of one home, oldest first: a merge belongs to the one that is under way then, and begins the next where
 * that one has come to an end. What people said and what we asked belongs to the one under way at its time.
 */
export function foldRounds(facts: FollowUpFacts, settings: FollowUpSettings): readonly Round[] {
  const groups: (readonly Served[])[] = [];
  for (const served of facts.served) {
    const current = groups.at(-1);
    if (current === undefined || isOver(current, served.mergedAt, { facts, settings })) groups.push([served]);
    else groups[groups.length - 1] = [...current, served];
  }
  return groups.map((served, at) => {
    const next = groups[at + 1]?.[0]?.mergedAt;
    return roundOf(served, { facts, settings, until: next ?? null, now: facts.now });
  });
}

interface Means {
  readonly facts: FollowUpFacts;
  readonly settings: FollowUpSettings;
}

/** Whether the follow-up of these had come to an end by then, by what was true then. */
function isOver(served: readonly Served[], at: Date, means: Means): boolean {
  const { kind } = roundOf(
    served.map((one) => asOf(one, at)),
    { ...means, until: at, now: at },
  ).state;
  return kind === "settled" || kind === "cancelled";
}

function asOf(served: Served, at: Date): Served {
  const happened = (date: Date | null) => (date !== null && date <= at ? date : null);
  return {
    ...served,
    startsAt: happened(served.startsAt),
    revertedAt: happened(served.revertedAt),
    restoredAt: happened(served.restoredAt),
    cancelledAt: happened(served.cancelledAt),
  };
}

interface Span extends Means {
  /** When the next one begins. What happens from then on belongs to that. */
  readonly until: Date | null;
  readonly now: Date;
}

function roundOf(served: readonly Served[], { facts, settings, until, now }: Span): Round {
  const from = served[0]?.mergedAt ?? now;
  // GitHub's clock may be ahead of ours: what is not yet by ours has happened all the same.
  const isWithin = (at: Date) => at >= from && (until === null || at < until);
  const answers = facts.answers.filter(({ at }) => isWithin(at));
  const events: RoundEvents = {
    asked: facts.asked.filter(isWithin),
    withdrawn: facts.withdrawn.filter(isWithin),
    reminded: facts.reminded.filter(isWithin),
    cancelled: facts.cancelled.filter(isWithin),
    snoozes: facts.snoozes.filter(({ at }) => isWithin(at)),
    answers,
  };
  const askedAt = events.asked.at(-1) ?? null;
  const snooze = events.snoozes.findLast(({ at }) => askedAt !== null && at >= askedAt);
  return {
    served,
    answers,
    state: stateOf(served, events, { settings, now: until ?? now }),
    askedAt,
    snoozedAt: snooze?.at ?? null,
  };
}

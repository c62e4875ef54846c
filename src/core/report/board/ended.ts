import type { FollowUpSummary, RoundSummary } from "../../follow-up/summary.ts";

/** How a follow-up can have come to an end, in the order in which outcomes are shown. One that was cancelled told nothing. */
const endedStates = ["validated", "invalidated", "inconclusive", "unmeasured", "reverted"] as const;

export function hasEnded({ state }: Pick<RoundSummary, "state">): boolean {
  return endedStates.some((one) => one === state);
}

/** How many follow-ups came to each end. */
export function countEnded(summaries: readonly FollowUpSummary[]): readonly (readonly [string, number])[] {
  const rounds = summaries.flatMap((summary) => summary.rounds);
  return endedStates.map((state) => [state, rounds.filter((round) => round.state === state).length] as const);
}

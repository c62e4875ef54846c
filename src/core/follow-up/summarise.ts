import type { FollowUpFacts, Round } from "./follow-up.ts";
import type { FollowUpSummary } from "./summary.ts";

/** What board and report tell of one home. `theme`: of the problem, as its rule reads it; null where there is none. */
export function summarise(_facts: FollowUpFacts, _rounds: readonly Round[], _theme: string | null): FollowUpSummary {
  throw new Error("not written yet");
}

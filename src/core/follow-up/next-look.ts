import type { FollowUpState, Round } from "./follow-up.ts";

/** When something becomes due by itself; null where nothing does before something happens. */
export function nextLookAt(state: FollowUpState): Date | null {
  switch (state.kind) {
    case "pending":
    case "due":
      return state.askAt;
    case "asked":
      return state.remindAt;
    case "reminded":
      return state.lapsesAt;
    case "waiting":
    case "cancelled":
    case "settled":
      return null;
  }
}

/** Whether a release may tell when somebody is asked. While that of one merge is known already, others may wait for theirs. */
export function waitsForRelease({ state, served }: Round): boolean {
  const isBefore = state.kind === "waiting" || state.kind === "pending";
  return isBefore && served.some(({ startsAt }) => startsAt === null);
}

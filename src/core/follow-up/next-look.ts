import type { FollowUpState } from "./follow-up.ts";

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

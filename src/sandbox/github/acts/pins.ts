import type { Issue } from "../state/model.ts";
import type { World } from "../world.ts";

/** GitHub pins so many issues of a repository. */
const mostPinned = 3;

/** Why it could not be pinned, in words like GitHub's; null where it is now. No webhook is sent: nobody here hears it. */
export function pinIssue({ state }: World, issue: Issue): string | null {
  if (state.pinned.includes(issue)) return "This issue is already pinned";
  const there = state.pinned.filter((each) => each.repository === issue.repository);
  if (there.length >= mostPinned) return `Maximum ${mostPinned} pinned issues per repository`;
  state.pinned.push(issue);
  return null;
}

export function unpinIssue({ state }: World, issue: Issue): void {
  state.pinned = state.pinned.filter((each) => each !== issue);
}

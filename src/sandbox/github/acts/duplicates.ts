import type { Account, Issue } from "../state/model.ts";
import type { World } from "../world.ts";
import { record } from "./timeline.ts";

/** "Duplicate of #12" in a comment, or in the sidebar: it stands on both issues. Neither sends a webhook of its own. */
export function markAsDuplicate(world: World, duplicate: Issue, given: { of: Issue; by: Account }): void {
  mark(world, "MarkedAsDuplicateEvent", { canonical: given.of, duplicate, by: given.by });
}

export function unmarkAsDuplicate(world: World, duplicate: Issue, given: { of: Issue; by: Account }): void {
  mark(world, "UnmarkedAsDuplicateEvent", { canonical: given.of, duplicate, by: given.by });
}

type Kind = "MarkedAsDuplicateEvent" | "UnmarkedAsDuplicateEvent";

function mark(world: World, kind: Kind, given: { canonical: Issue; duplicate: Issue; by: Account }): void {
  const { canonical, duplicate, by } = given;
  for (const issue of [canonical, duplicate]) record(world, issue, { kind, actor: by, canonical, duplicate });
}

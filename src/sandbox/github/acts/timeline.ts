import type { Account, Issue, PullRequest, TimelineEvent } from "../state/model.ts";
import { mentionedIn, closingIssuesOf } from "../state/references.ts";
import { identify } from "../state/state.ts";
import { timestamp, type World } from "../world.ts";

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type Happening = Without<TimelineEvent, "id" | "nodeId" | "createdAt">;

export function record(world: World, item: Issue | PullRequest, happening: Happening): void {
  const createdAt = timestamp(world);
  item.timeline.push({ ...happening, ...identify(world.state, "TE"), createdAt });
  item.updatedAt = createdAt;
}

/** Leaves "mentioned in" on what a text points to, once per source. */
export function crossReference(
  world: World,
  source: Issue | PullRequest,
  { body, by: actor }: { readonly body: string; readonly by: Account },
): void {
  const willClose = source.kind === "PullRequest" ? closingIssuesOf(world.state, source) : [];
  for (const target of mentionedIn(world.state, { body, from: source.repository })) {
    const known = target.timeline.some((each) => each.kind === "CrossReferencedEvent" && each.source === source);
    if (known || target === source) continue;
    const willCloseTarget = target.kind === "Issue" && willClose.includes(target);
    const { updatedAt } = target;
    record(world, target, { kind: "CrossReferencedEvent", actor, source, willCloseTarget });
    target.updatedAt = updatedAt;
  }
}

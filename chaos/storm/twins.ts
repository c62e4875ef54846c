import type { Change } from "./stage.ts";

/** The open pull requests with this one's head, the oldest first: GitHub shows one check for all of them. */
export function onCommitOf({ shop, pullRequest: { head } }: Change): readonly Change[] {
  return shop.changes.filter(({ pullRequest }) => pullRequest.state === "open" && pullRequest.head.oid === head.oid);
}

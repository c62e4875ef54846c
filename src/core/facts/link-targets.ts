import type { Link } from "./link.ts";
import type { Reference } from "./reference.ts";

/**
 * Every issue whose change may change the verdict: the references as written, where they lead, and the parents. Not what
 * is beyond the number that is looked up: nothing there counts.
 */
export function findLinkTargets(links: readonly Link[]): readonly Reference[] {
  return links.flatMap(({ reference, target }) => {
    if (target.kind === "not-looked-up") return [];
    if (target.kind !== "found") return [reference];
    const line = [target.issue, ...target.parents].map((issue) => issue.reference);
    return target.moved ? [reference, ...line] : line;
  });
}

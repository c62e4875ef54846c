import type { Link, LinkTarget } from "./link.ts";
import type { Reference } from "./reference.ts";
import { sameReference } from "./reference.ts";

/**
 * Every issue whose change may change the verdict: the references as written, where they lead, and the parents; those
 * that not everybody can see as well, where they may count. Not what is beyond the number that is looked up: nothing
 * there counts.
 */
export function findLinkTargets(links: readonly Link[]): readonly Reference[] {
  return links.flatMap(({ reference, target }) => {
    switch (target.kind) {
      case "not-looked-up":
        return [];
      case "less-visible":
        return [reference, ...target.unseen.places.filter((place) => !sameReference(place, reference))];
      case "found":
        return [...(target.moved ? [reference] : []), ...lineOf(target)];
      case "pull-request":
      case "missing":
      case "gone":
      case "moved-away":
      case "unreadable":
      case "unreachable":
        return [reference];
    }
  });
}

function lineOf({ issue, parents, unseen }: LinkTarget & { kind: "found" }): readonly Reference[] {
  return [...[issue, ...parents].map(({ reference }) => reference), ...unseen.places];
}

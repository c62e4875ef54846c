import type { Countable } from "./find-problem.ts";
import { listsRepository, whyNotAProblem } from "./find-problem.ts";
import type { Unseen } from "./link.ts";
import type { ProblemPolicy } from "./problem-policy.ts";

/**
 * What may be told of issues of which not everybody can see the first, nearest first. Their repositories must be listed,
 * one after the other: what stands above another is part of what nobody may learn of that.
 */
export function findUnseen(line: readonly Countable[], policy: ProblemPolicy): Unseen {
  const end = line.findIndex(({ reference }) => !listsRepository(policy, reference));
  const listed = end === -1 ? line : line.slice(0, end);
  return {
    counts: listed.some((issue) => whyNotAProblem(issue, policy) === null),
    places: listed.map(({ reference }) => reference),
  };
}

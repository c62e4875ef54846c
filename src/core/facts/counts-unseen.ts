import type { Countable } from "./find-problem.ts";
import { whyNotAProblem } from "./find-problem.ts";
import type { ProblemScope } from "./problem-scope.ts";
import { listsRepository } from "./problem-scope.ts";

/**
 * Whether one of these issues, nearest first, counts as a problem although not everybody can see it. Their repositories
 * must be listed, one after the other: what stands above another is part of what nobody may learn of that.
 */
export function countsUnseen(line: readonly Countable[], scope: ProblemScope): boolean {
  const end = line.findIndex(({ reference }) => !listsRepository(scope.policy, reference));
  const listed = end === -1 ? line : line.slice(0, end);
  return listed.some((issue) => whyNotAProblem(issue, scope) === null);
}

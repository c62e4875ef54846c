import type { FoundProblem } from "../../core/facts/find-problem.ts";
import type { Issue } from "../../core/facts/issue.ts";
import { hasOurLabels } from "../../core/facts/problem-scope.ts";
import type { ProblemScope } from "../../core/facts/problem-scope.ts";
import type { Reference } from "../../core/facts/reference.ts";
import { sameReference } from "../../core/facts/reference.ts";

/** The linked issues and their parents that carry the label, as far as everybody can see them who sees the pull request. */
export function findInvalidated(
  problems: readonly FoundProblem[],
  label: string,
  scope: ProblemScope,
): readonly Reference[] {
  const wanted = label.toLowerCase();
  const marked = problems
    .flatMap(({ link: { target } }) => (target.kind === "found" ? [target.issue, ...target.parents] : []))
    .filter((issue) => carries(issue, wanted) && hasOurLabels(issue.reference, scope))
    .map(({ reference }) => reference);
  return marked.filter((one, at) => marked.findIndex((other) => sameReference(one, other)) === at);
}

function carries({ labels }: Issue, wanted: string): boolean {
  return labels.some((label) => label.toLowerCase() === wanted);
}

import type { Issue } from "./issue.ts";
import type { Link, LinkTarget } from "./link.ts";
import type { ProblemPolicy } from "./problem-policy.ts";
import type { ProblemScope } from "./problem-scope.ts";
import { hasOurLabels, listsRepository } from "./problem-scope.ts";

/** The problem behind a pull request: which link led to it, and whether it is the linked issue or a parent of it. */
export interface FoundProblem {
  readonly issue: Issue;
  readonly link: Link;
  readonly relation: "linked" | "parent";
}

/**
 * The policy for a pull request in this state. Closed issues are kept out of open pull requests only: the merge itself
 * closes the issue that it fixes, and that issue is what is followed up.
 */
export function problemPolicyFor(policy: ProblemPolicy, state: "open" | "closed" | "merged"): ProblemPolicy {
  return state === "open" ? policy : { ...policy, state: "any" };
}

/** The nearest issue of each link that counts as a problem; links in their order, the strongest first. */
export function findProblems(links: readonly Link[], scope: ProblemScope): readonly FoundProblem[] {
  return links.flatMap((link) => {
    const found = link.target.kind === "found" ? nearest(link, link.target, scope) : null;
    return found === null ? [] : [found];
  });
}

function nearest(link: Link, target: LinkTarget & { kind: "found" }, scope: ProblemScope): FoundProblem | null {
  const line = scope.policy.parents ? [target.issue, ...target.parents] : [target.issue];
  const at = line.findIndex((issue) => whyNotAProblem(issue, scope) === null);
  const issue = line[at];
  if (issue === undefined) return null;
  return { issue, link, relation: at === 0 ? "linked" : "parent" };
}

/** What decides whether an issue counts as a problem. Nothing of its text. */
export type Countable = Pick<Issue, "reference" | "labels" | "type" | "state">;

/** What keeps an issue from counting as a problem; null when it counts. */
export function whyNotAProblem(
  issue: Countable,
  scope: ProblemScope,
): "repository" | "kind" | "foreign-kind" | "closed" | null {
  const { policy } = scope;
  if (policy.repositories.length > 0 && !listsRepository(policy, issue.reference)) return "repository";
  if (!isOfProblemKind(issue, policy)) return "kind";
  if (asksForKind(policy) && !hasOurLabels(issue.reference, scope)) return "foreign-kind";
  return policy.state === "open" && issue.state === "closed" ? "closed" : null;
}

/** Whether not every issue counts, but those with one of the configured labels or types. */
export function asksForKind(policy: ProblemPolicy): boolean {
  return policy.labels.length > 0 || policy.types.length > 0;
}

function isOfProblemKind(issue: Countable, policy: ProblemPolicy): boolean {
  if (!asksForKind(policy)) return true;
  const wanted = lowered(policy.labels);
  if (issue.labels.some((label) => wanted.has(label.toLowerCase()))) return true;
  return issue.type !== null && lowered(policy.types).has(issue.type.toLowerCase());
}

function lowered(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

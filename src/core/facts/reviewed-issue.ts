import type { Issue } from "./issue.ts";
import type { ProblemPolicy } from "./problem-policy.ts";

/** Where nothing is configured, any issue may be linked, but only these are reviewed: not a word on other issues. */
const reviewedLabels = ["problem"];
const reviewedTypes = ["Problem"];

/** By which labels and types issues call themselves problems: the configured ones, else `problem`. */
export function reviewedKinds(policy: ProblemPolicy): Pick<ProblemPolicy, "labels" | "types"> {
  const { labels, types } = policy;
  return labels.length > 0 || types.length > 0 ? { labels, types } : { labels: reviewedLabels, types: reviewedTypes };
}

/** Whether an issue calls itself a problem: by our form, by one of the configured labels or types, else by `problem`. */
export function isReviewed(
  { labels, type, fromOurForm }: Pick<Issue, "labels" | "type" | "fromOurForm">,
  policy: ProblemPolicy,
): boolean {
  return fromOurForm || isOfReviewedKind({ labels, type }, policy);
}

/** The same without its text: what a list of issues can tell. */
export function isOfReviewedKind({ labels, type }: Pick<Issue, "labels" | "type">, policy: ProblemPolicy): boolean {
  const wanted = reviewedKinds(policy);
  return labels.some((label) => includes(wanted.labels, label)) || (type !== null && includes(wanted.types, type));
}

function includes(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}

import type { Issue } from "./issue.ts";
import type { ProblemPolicy } from "./problem-policy.ts";

/** Where nothing is configured, any issue may be linked, but only these are reviewed: not a word on other issues. */
const reviewedLabels = ["problem"];
const reviewedTypes = ["Problem"];

/** Whether an issue calls itself a problem: by our form, by one of the configured labels or types, else by `problem`. */
export function isReviewed({ labels, type, fromOurForm }: Issue, policy: ProblemPolicy): boolean {
  if (fromOurForm) return true;
  const configured = policy.labels.length > 0 || policy.types.length > 0;
  const wantedLabels = configured ? policy.labels : reviewedLabels;
  const wantedTypes = configured ? policy.types : reviewedTypes;
  return labels.some((label) => includes(wantedLabels, label)) || (type !== null && includes(wantedTypes, type));
}

function includes(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}

import type { Place } from "../../core/facts/issue.ts";
import { isHidden } from "../../core/facts/issue.ts";
import type { IssueReading } from "../ports.ts";

/** Whether everybody who sees `source` can see this too. */
export function isVisible(
  { reference, visibility }: Pick<IssueReading, "reference" | "visibility">,
  source: Place,
): boolean {
  return !isHidden({ ...reference, visibility }, source);
}

/** Parents up to the first that not everybody can see: what is above it is not told either. */
export function visibleLine(parents: readonly IssueReading[], source: Place): readonly IssueReading[] {
  const end = parents.findIndex((parent) => !isVisible(parent, source));
  return end === -1 ? parents : parents.slice(0, end);
}

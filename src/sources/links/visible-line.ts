import type { Place } from "../../core/facts/issue.ts";
import { isHidden } from "../../core/facts/issue.ts";
import type { IssueReading } from "../ports.ts";

/** Parents up to the first that not everybody can see who sees `source`: what is above it is not told either. */
export function visibleLine(parents: readonly IssueReading[], source: Place): readonly IssueReading[] {
  const end = parents.findIndex(({ reference, visibility }) => isHidden({ ...reference, visibility }, source));
  return end === -1 ? parents : parents.slice(0, end);
}

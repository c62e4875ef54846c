import type { Issue } from "./issue.ts";
import type { Link } from "./link.ts";

/** The problem behind a pull request: which link led to it, and whether it is the linked issue or a parent of it. */
export interface FoundProblem {
  readonly issue: Issue;
  readonly link: Link;
  readonly relation: "linked" | "parent";
  /** Parents above the problem, nearest first: statements may be inherited from them. */
  readonly parents: readonly Issue[];
}

import type { Weight } from "../../facts/weight.ts";
import type { RepositoryName } from "../../facts/reference.ts";
import type { FollowUpSummary } from "../../follow-up/summary.ts";

/** An open problem of the repository. */
export interface BoardProblem {
  readonly number: number;
  readonly title: string;
  /** The name of the first theme that it fits; null where it fits none, or where none are configured. */
  readonly theme: string | null;
  readonly weight: Weight;
}

/** A problem that was closed as not planned, or a pull request that was closed unmerged. */
export interface Declined {
  readonly kind: "problem" | "pull_request";
  readonly number: number;
  readonly title: string;
  readonly at: Date;
  /** What was said about it; null where nobody said why. */
  readonly reason: string | null;
}

/** `No outcome: REASON` on a pull request. */
export interface OptOut {
  readonly number: number;
  readonly reason: string;
  /** When it was merged; while it is open, when it was opened. */
  readonly at: Date;
}

/** All that board and report tell of one repository. Nobody is named in it, and nothing of another repository. */
export interface BoardFacts {
  readonly now: Date;
  readonly repository: RepositoryName;
  /** Where GitHub's pages are: "https://github.com". */
  readonly webUrl: string;
  readonly timeZone: string;
  readonly title: string;
  readonly summaries: readonly FollowUpSummary[];
  readonly problems: readonly BoardProblem[];
  /** The latest first. */
  readonly declined: readonly Declined[];
  /** Of the last 90 days, the latest first. */
  readonly optOuts: readonly OptOut[];
}

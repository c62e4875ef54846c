/** What a sweep compares with the index: a repository in a few pages, without any text. */
export interface SweepReading {
  /** Every open pull request. */
  readonly open: readonly ListedPullRequest[];
  /** Merged since the time that was asked for. */
  readonly merged: readonly ListedMerge[];
  /** Issues that anything was done to since then. */
  readonly issues: readonly ListedIssue[];
  /** The default branch's merge queue; empty where it may not be read. */
  readonly queued: readonly ListedQueueEntry[];
}

export interface ListedPullRequest extends ListedIssue {
  /** Whether the newest run of ours on its head is completed, and nobody asked for it again. */
  readonly answered: boolean;
}

export interface ListedIssue {
  readonly number: number;
  readonly updatedAt: Date;
}

export interface ListedMerge {
  readonly number: number;
  readonly mergedAt: Date;
}

export interface ListedQueueEntry {
  readonly sha: string;
  readonly ref: string;
  /** Our run on the commit. */
  readonly run: "none" | "completed" | { readonly runningSince: Date | null };
}

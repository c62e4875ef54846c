import type { Actor } from "../core/facts/actor.ts";
import type { ObservedCheckRun } from "../core/facts/observed.ts";
import type { Reference, RepositoryName } from "../core/facts/reference.ts";

/** The part of a reader that finds and settles what no delivery told of, or nobody could look at. */
export interface SweepReader {
  /** Those that are configured and take writes, as far as it is known: one GraphQL query for fifty. */
  findConfigured(repositories: readonly ListedRepository[]): Promise<readonly ListedRepository[]>;
  /** One GraphQL query for a hundred open pull requests, and one or a few for what was merged or changed since. */
  listForSweep(repository: RepositoryName, since: Date): Promise<SweepReading>;
  /** Our newest run on a commit and whether it waits to be answered anew, over REST: two requests. */
  readRunOfCommit(repository: RepositoryName, sha: string): Promise<CommitRun | null>;
  /** Over REST, for when GraphQL does not answer; null where there is no such pull request to be seen. */
  readHead(pullRequest: Reference): Promise<PullRequestHead | null>;
}

export interface PullRequestHead {
  readonly state: "open" | "closed";
  readonly sha: string;
  readonly createdAt: Date;
  readonly author: Actor | null;
}

export interface ListedRepository extends RepositoryName {
  readonly id: number;
}

/** `number`: the pull request that was looked at when it was written last. */
export interface CommitRun extends ObservedCheckRun {
  readonly number: number;
}

/** What a sweep compares with the index: a repository in a few pages, without any text. */
export interface SweepReading {
  /** Every open pull request. */
  readonly open: readonly ListedPullRequest[];
  /** Merged since the time that was asked for. */
  readonly merged: readonly ListedMerge[];
  /** Issues that anything was done to since then. */
  readonly issues: readonly ListedIssue[];
  /** What GitHub checks in the default branch's merge queue; empty where it may not be read. */
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

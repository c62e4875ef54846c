import type { Actor } from "../core/facts/actor.ts";
import type { Reference, RepositoryName } from "../core/facts/reference.ts";
import type { CommandComment, FollowUpCommentReading, LabelEventReading } from "./thread-reading.ts";

/** What jobs ask of GitHub about merged work. */
export interface FollowUpReader {
  /** In their order; null for what is gone, is not merged, or is no pull request. One GraphQL query for each ten, and one for each hundred comments more. */
  readServed(repository: RepositoryName, numbers: readonly number[]): Promise<readonly (ServedReading | null)[]>;
  /** When the first release that holds each commit was published; no entry where none does. Pre-releases and drafts count for nothing. */
  findReleases(repository: RepositoryName, merges: readonly MergedCommit[]): Promise<ReadonlyMap<string, Date>>;
  /** Merged pull requests, those that changed last first. One GraphQL query for each 25. */
  listMerged(repository: RepositoryName, wanted: MergedSince): Promise<readonly ListedMerge[]>;
  /** The repository's, at most a thousand. One GraphQL query for each hundred. */
  listLabels(repository: RepositoryName): Promise<readonly ListedLabel[]>;
  /** Who reacted to a comment of ours with 👍 and 👎, at most a hundred. */
  readReactions(commentNodeId: string): Promise<readonly ReactionReading[]>;
  /** Words of ours of this kind that were made on the thread since then. A request for each hundred comments that changed. */
  findWords(thread: Reference, wanted: WordsSince): Promise<readonly FollowUpCommentReading[]>;
  /** What a merged pull request says of itself and of its commits, in which the merges that it takes back may be named. */
  readReverting(repository: RepositoryName, number: number): Promise<RevertingReading | null>;
  /** The merged pull request of this repository whose merge commit `sha` is; null where it is none's. */
  findMerged(repository: RepositoryName, sha: string): Promise<MergedInto | null>;
}

export interface MergedSince {
  /** Only those that carry one of these; null: also those with none. */
  readonly labels: readonly string[] | null;
  /** Only those that changed since then; null: all. */
  readonly since: Date | null;
  /** Older ones are left out. */
  readonly mostQueries?: number;
}

export interface WordsSince {
  readonly kind: FollowUpCommentReading["kind"];
  readonly since: Date;
}

export interface MergedCommit {
  readonly commit: string;
  readonly mergedAt: Date;
}

/** One merged pull request, as a follow-up needs it. */
export interface ServedReading {
  readonly reference: Reference;
  readonly title: string;
  readonly author: Actor | null;
  readonly mergedAt: Date;
  /** When its description was edited last; null: never. */
  readonly editedAt: Date | null;
  readonly mergeCommit: string | null;
  readonly headSha: string;
  readonly labels: readonly string[];
  readonly labelEvents: readonly LabelEventReading[];
  /** The text of our check run on its head, in which its record stands; null where there is none. */
  readonly recordText: string | null;
  /** People's that may hold a command, oldest first, at most 100 of them. */
  readonly commandComments: readonly CommandComment[];
}

export interface ListedLabel {
  readonly name: string;
  readonly description: string;
}

export interface ListedMerge {
  readonly number: number;
  readonly mergedAt: Date;
  /** As in `ServedReading`. */
  readonly recordText: string | null;
}

export interface ReactionReading {
  readonly by: Actor;
  readonly content: "+1" | "-1";
}

export interface MergedInto {
  readonly number: number;
  readonly branch: string;
}

export interface RevertingReading {
  readonly mergedAt: Date;
  /** What it was merged into. */
  readonly branch: { readonly name: string; readonly isDefault: boolean };
  /** Empty where it was edited after the merge. */
  readonly body: string;
  /** Of its first twenty commits. */
  readonly messages: readonly string[];
}

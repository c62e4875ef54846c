import type { Actor, Role } from "../core/facts/actor.ts";
import type { MergeGroup } from "../core/facts/merge-group.ts";
import type { ObservedCheckRun, ObservedGroupRun } from "../core/facts/observed.ts";
import type { ChangeSize } from "../core/facts/mirrors.ts";
import type { Reference, RepositoryName } from "../core/facts/reference.ts";
import type { BoardReader } from "./board-reading.ts";
import type { ConfigurationChange, ConfigurationReading } from "./configuration-reading.ts";
import type { HeardPlace } from "./heard-index.ts";
import type { Heard, IssueReading, Remark } from "./issue-reading.ts";
import type { LearningReading } from "./learning-reading.ts";
import type { FollowUpReader } from "./follow-up-reading.ts";
import type { ListedProblem, ProblemKinds } from "./listed-problem.ts";
import type { RepositoryPlace, RepositoryReading } from "./repository-reading.ts";
import type { ListedRepository, SweepReader } from "./sweep-reading.ts";
import type { ThreadReading } from "./thread-reading.ts";

export type {
  ConfigurationChange,
  ConfigurationFile,
  ConfigurationPath,
  ConfigurationPlace,
  ConfigurationReading,
} from "./configuration-reading.ts";

export type * from "./board-reading.ts";
export type { HeardPlace } from "./heard-index.ts";
export type { Heard, IssueReading, Remark } from "./issue-reading.ts";
export type {
  ListedLabel,
  ListedMerge,
  MergedSince,
  ReactionReading,
  MergedInto,
  RevertingReading,
  ServedReading,
  MergedCommit,
  WordsSince,
} from "./follow-up-reading.ts";
export type { ListedProblem, ProblemKinds } from "./listed-problem.ts";
export type { LearningReading, MergedReading } from "./learning-reading.ts";

export type {
  CommandComment,
  CommentReading,
  FollowUpCommentReading,
  LabelEventReading,
  ThreadReading,
} from "./thread-reading.ts";
export type { ApplyResult, CreatedComment, GitHubWriter, RefusedWrite, WriteObserver } from "./writing.ts";
export type { DeliveryPage, GitHubApp, ListedDelivery, ListedInstallation } from "./app-reading.ts";
export type { RepositoryPlace, RepositoryReading } from "./repository-reading.ts";
export type {
  CommitRun,
  ListedPullRequest,
  ListedQueueEntry,
  ListedRepository,
  SweepReading,
} from "./sweep-reading.ts";

/**
 * What the jobs ask of GitHub. Answers are values; what GitHub could not answer at all (5xx, timeouts, limits) is
 * thrown, and the job is tried again.
 */
export interface GitHubReader extends SweepReader, FollowUpReader, BoardReader {
  /**
   * One GraphQL query when `known` is warm; pages of comments more when it is cold and there are over 100. `commands` are
   * the node ids of known comments with commands, at most 100; with a cold index all that there are are found.
   */
  readPullRequest(
    reference: ThreadPlace,
    known: KnownComment,
    commands?: readonly string[],
  ): Promise<PullRequestReading | null>;
  readProblem(
    reference: ThreadPlace,
    known: KnownComment,
    commands?: readonly string[],
  ): Promise<ProblemReading | null>;
  /**
   * One GraphQL query for all, with the comments of those to be `heard`; each answer stands at its reference's place. REST
   * only to tell missing, gone and moved apart.
   */
  readReferences(references: readonly Reference[], heard?: readonly Reference[]): Promise<readonly ReferenceReading[]>;
  /**
   * What stands below issues: the remarks at the beginning, and all commands. One GraphQL query for all, unless that is too
   * much for one; pages of comments more for a long conversation of which no commands are known.
   */
  readHeard(issues: readonly HeardPlace[]): Promise<readonly HeardReading[]>;
  /** Whether an answer of ours to this comment stands on the thread. A request for each hundred comments since then. */
  hasAnswer(thread: Reference, to: GivenComment): Promise<boolean>;
  hasComment(repository: RepositoryName, commentId: number): Promise<boolean>;
  /** What people said on issues of what became of earlier work on them. One GraphQL query for all. */
  readLearnings(problems: readonly Reference[]): Promise<readonly LearningReading[]>;
  /** "unknown" where GitHub does not answer for it. */
  readRole(repository: RepositoryName, login: string): Promise<Role | "unknown">;
  /**
   * All changed paths, old names of renamed files included; null when there are more than GitHub lists, or when they may
   * be those of another head. One request, or one for each hundred files where there are 300 and more.
   */
  readPaths(
    pullRequest: Pick<PullRequestReading, "reference" | "state" | "headSha" | "baseBranch" | "changedFiles">,
  ): Promise<readonly string[] | null>;
  /** How much the merged pull request of this repository changed whose merge commit `sha` is; null where it is none's. */
  readMerge(repository: RepositoryName, sha: string): Promise<ChangeSize | null>;
  /** Null for a repository that cannot be seen, or is no longer this installation's. */
  readConfiguration(repository: KnownRepository): Promise<ConfigurationReading | null>;
  /**
   * What a pull request makes of the configuration files; null where it leaves them alone. No request where the head has
   * the same as the default branch; one where it differs, and where 300 files or more are changed another, both once for
   * each head that is only behind; and one for the files themselves.
   */
  readConfigurationChange(pullRequest: PullRequestReading): Promise<ConfigurationChange | null>;
  /** Whether the installation holds the repository of this id, as of at most a minute ago. */
  holds(repositoryId: number): Promise<boolean>;
  /** What it is called now; null as for `readConfiguration`. */
  findRepository(repository: KnownRepository): Promise<RepositoryName | null>;
  listOpenPullRequests(repository: RepositoryName): Promise<readonly number[]>;
  /** Open issues, the newest first, among which all of these kinds are: a page of a hundred at a time, a thousand of a label. */
  listOpenProblems(repository: RepositoryName, kinds: ProblemKinds): Promise<readonly ListedProblem[]>;
  listRepositories(): Promise<readonly ListedRepository[]>;
  /** Open pull requests whose head is `sha`, forks included: GitHub leaves the list of a fork's check run empty. */
  listPullRequestsOfCommit(repository: RepositoryName, sha: string): Promise<readonly number[]>;
  /** One GraphQL query, and one more for each hundred pull requests that are queued ahead of the group. */
  readMergeGroup(group: MergeGroup): Promise<MergeGroupReading | null>;
  readMergeGroupPlace(group: MergeGroup): Promise<MergeGroupPlace>;
  /** One GraphQL query for ten, none read further than what a verdict needs; null for what GitHub did not answer for. */
  readMembers(group: MergeGroupReading, commands?: KnownCommands): Promise<readonly MemberReading[]>;
  /** Over REST, for when GraphQL does not answer. */
  readGroupRun(group: MergeGroup): Promise<ObservedGroupRun | null>;
}

export interface GivenComment {
  readonly commentId: number;
  /** When it was written. */
  readonly since: Date;
}

/** A repository as somebody last heard of it. */
export interface KnownRepository extends RepositoryName {
  /** Decides where known: the repository may have another name by now, and its old name another repository. */
  readonly repositoryId?: number;
}

export interface ThreadPlace extends Reference, KnownRepository {}

/** Of each pull request by its number the known comments with commands; "cold": nothing is known. None where left out. */
export type KnownCommands = ReadonlyMap<number, readonly string[] | "cold">;

/** What the index knows of our comment on a thread: nothing yet, that there is none, or which it is. */
export type KnownComment =
  | { readonly kind: "cold" }
  | { readonly kind: "none" }
  | { readonly kind: "present"; readonly id: number; readonly nodeId: string; readonly minimisedByUs: boolean };

export interface PullRequestReading {
  readonly repository: RepositoryReading;
  readonly configuration: ConfigurationReading;
  /** The bodies of the repository's pull request templates. */
  readonly templates: readonly string[];
  /** Its issue templates, from which linked issues may have been started. */
  readonly issueTemplates: readonly string[];
  readonly reference: Reference;
  readonly title: string;
  readonly body: string;
  readonly author: Actor | null;
  readonly editor: Actor | null;
  readonly lastEditedAt: Date | null;
  readonly state: "open" | "closed" | "merged";
  readonly draft: boolean;
  readonly fork: boolean;
  readonly headSha: string;
  readonly headBranch: string;
  /** The head commit's committer date: the nearest thing to "when was it pushed" that GitHub tells. */
  readonly headCommittedAt: Date;
  readonly baseBranch: string;
  readonly createdAt: Date;
  readonly readyAt: Date | null;
  readonly mergedAt: Date | null;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  /** GitHub's development links, with parents. */
  readonly developmentLinks: readonly ReferenceReading[];
  readonly thread: ThreadReading;
  readonly checkRun: ObservedCheckRun | null;
  /** Git's names of the files that the head has at `.github/outcome.yml` and `.yaml`; left out where the head could not be read. */
  readonly headConfiguration?: readonly [yml: string | null, yaml: string | null];
  /** Other open pull requests of this repository with this head, as far as GitHub lists them: those from forks it does not. */
  readonly sameHead: readonly number[];
}

export interface MergeGroupReading {
  readonly repository: RepositoryReading;
  readonly configuration: ConfigurationReading;
  readonly place: MergeGroupPlace;
  readonly checkRun: ObservedGroupRun | null;
}

/** Where a group stands in the queue, and with it which pull requests it holds, in their order. */
export type MergeGroupPlace =
  | { readonly kind: "queued"; readonly numbers: readonly number[] }
  /** Its newest pull request is queued, but not as this group: only that one is known. */
  | { readonly kind: "unlisted"; readonly numbers: readonly number[] }
  /** Merged or given up. */
  | { readonly kind: "gone" };

export interface MemberReading {
  readonly number: number;
  readonly reading: PullRequestReading | null;
}

export interface ProblemReading {
  readonly repository: RepositoryReading;
  readonly configuration: ConfigurationReading;
  /** The repository's issue templates: the bodies of those in Markdown, the files of forms. */
  readonly templates: readonly string[];
  readonly issue: IssueReading;
  /** Nearest first, at most five. */
  readonly parents: readonly IssueReading[];
  /** Who wrote the issues of this repository that are marked as its duplicates. */
  readonly duplicatesBy: readonly Actor[];
  readonly editor: Actor | null;
  readonly lastEditedAt: Date | null;
  /** The first hundred comments, oldest first, without those that somebody hid. */
  readonly conversation: readonly Remark[];
  readonly thread: ThreadReading;
}

export interface HeardReading {
  readonly asked: Reference;
  /** Null: GitHub did not answer for it. */
  readonly heard: Heard | null;
}

/** What GitHub says of one reference. See `LinkTarget` for what each answer means. */
export type ReferenceReading =
  | {
      readonly kind: "issue";
      /** As it was asked for. */
      readonly asked: Reference;
      readonly issue: IssueReading;
      readonly parents: readonly IssueReading[];
    }
  /** In a repository that can be read, by whatever name it was asked for: its visibility decides whether even this may be told. */
  | { readonly kind: "pull-request" | "missing" | "gone"; readonly asked: Reference; readonly place: RepositoryPlace }
  | { readonly kind: "moved-away" | "unreadable" | "unreachable"; readonly asked: Reference };

/**
 * What the simulated GitHub remembers. `kind` is the name that GitHub's GraphQL schema gives the thing.
 * The types refer to each other both ways (an issue knows its repository), so they live in one file.
 */
export type Visibility = "public" | "private" | "internal";
export type Role = "none" | "read" | "triage" | "write" | "maintain" | "admin";
export type Permissions = Readonly<Record<string, "read" | "write" | "admin">>;
export type Conclusion = "action_required" | "cancelled" | "failure" | "neutral" | "success" | "skipped" | "timed_out";
export type ReactionContent = "+1" | "-1" | "laugh" | "confused" | "heart" | "hooray" | "rocket" | "eyes";
export type StateReason = "completed" | "not_planned" | "duplicate" | "reopened";

export type Account = {
  kind: "User" | "Organization" | "Bot";
  id: number;
  nodeId: string;
  /** A bot's login without the "[bot]" that REST adds. */
  login: string;
  /** GitHub shows a deleted user's contributions as the ghost's (REST) or as nobody's (GraphQL). */
  deleted: boolean;
  /** Of an organisation only: who belongs to it. */
  members: Set<string>;
  issueTypes: string[];
};

export type Commit = {
  kind: "Commit";
  oid: string;
  parents: readonly string[];
  files: ReadonlyMap<string, string>;
  message: string;
  author: Account;
  committedDate: string;
};

export type Label = {
  kind: "Label";
  id: number;
  nodeId: string;
  name: string;
  color: string;
  description: string | null;
};

export type Repository = {
  kind: "Repository";
  id: number;
  nodeId: string;
  owner: Account;
  name: string;
  description: string | null;
  visibility: Visibility;
  archived: boolean;
  deleted: boolean;
  defaultBranch: string;
  parent: Repository | null;
  branches: Map<string, string>;
  labels: Label[];
  items: Map<number, Issue | PullRequest>;
  /** What became of numbers that were issues here once. */
  gone: Map<number, { kind: "deleted" } | { kind: "transferred"; to: Issue }>;
  lastNumber: number;
  roles: Map<string, Role>;
  suites: Map<string, CheckSuite[]>;
  mergeGroups: MergeGroup[];
  releases: Release[];
  createdAt: string;
  pushedAt: string;
};

export type Reaction = { id: number; nodeId: string; content: ReactionContent; user: Account; createdAt: string };

export type IssueComment = {
  kind: "IssueComment";
  id: number;
  nodeId: string;
  on: Issue | PullRequest;
  author: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  editor: Account | null;
  /** In the words of GraphQL's `minimizedReason`: "resolved", "off-topic", "outdated"... */
  minimizedReason: string | null;
  minimizedBy: Account | null;
  reactions: Reaction[];
  viaApp: boolean;
};

type Discussed = {
  id: number;
  nodeId: string;
  number: number;
  repository: Repository;
  title: string;
  body: string | null;
  author: Account;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: Account | null;
  lastEditedAt: string | null;
  editor: Account | null;
  labels: Label[];
  comments: IssueComment[];
  timeline: TimelineEvent[];
  reactions: Reaction[];
  locked: boolean;
  viaApp: boolean;
};

export type Issue = Discussed & {
  kind: "Issue";
  state: "open" | "closed";
  stateReason: StateReason | null;
  issueType: string | null;
  parent: Issue | null;
  subIssues: Issue[];
};

export type Review = {
  kind: "PullRequestReview";
  id: number;
  nodeId: string;
  author: Account;
  state: "approved" | "changes_requested" | "commented";
  body: string | null;
  commitOid: string;
  submittedAt: string;
};

export type PullRequest = Discussed & {
  kind: "PullRequest";
  state: "open" | "closed";
  draft: boolean;
  base: { ref: string; oid: string };
  /** `repository` is null once the fork was deleted; the owner's login stays in the label. */
  head: { repository: Repository | null; owner: Account; ref: string; oid: string };
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommitOid: string | null;
  /** Issues linked in the Development sidebar. */
  developmentLinks: Issue[];
  reviews: Review[];
};

export type TimelineEvent = {
  id: number;
  nodeId: string;
  actor: Account;
  createdAt: string;
} & (
  | { kind: "LabeledEvent" | "UnlabeledEvent"; label: Label }
  | { kind: "CommentDeletedEvent"; deletedCommentAuthor: Account }
  | { kind: "ReadyForReviewEvent" | "ConvertToDraftEvent" | "ReopenedEvent" | "AddedToMergeQueueEvent" }
  | { kind: "MarkedAsDuplicateEvent" | "UnmarkedAsDuplicateEvent"; canonical: Issue; duplicate: Issue }
  | { kind: "ClosedEvent"; closer: PullRequest | null; stateReason: StateReason | null }
  | { kind: "RemovedFromMergeQueueEvent"; reason: string; before: string }
  | { kind: "MergedEvent"; commitOid: string; mergeRefName: string }
  | { kind: "HeadRefForcePushedEvent"; before: string; after: string }
  | { kind: "RenamedTitleEvent"; previousTitle: string; currentTitle: string }
  | { kind: "BaseRefChangedEvent"; previousRefName: string; currentRefName: string }
  | { kind: "CrossReferencedEvent"; source: Issue | PullRequest; willCloseTarget: boolean }
);

export type App = {
  kind: "App";
  id: number;
  nodeId: string;
  slug: string;
  name: string;
  owner: Account;
  bot: Account;
  permissions: Permissions;
  events: readonly string[];
};

export type Annotation = {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: "notice" | "warning" | "failure";
  message: string;
  title?: string;
  raw_details?: string;
  start_column?: number;
  end_column?: number;
};
export type CheckAction = { label: string; description: string; identifier: string };

export type CheckRun = {
  kind: "CheckRun";
  id: number;
  nodeId: string;
  suite: CheckSuite;
  name: string;
  externalId: string | null;
  detailsUrl: string | null;
  status: "queued" | "in_progress" | "completed";
  conclusion: Conclusion | null;
  startedAt: string | null;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: Annotation[];
  actions: CheckAction[];
};

export type CheckSuite = {
  kind: "CheckSuite";
  id: number;
  nodeId: string;
  repository: Repository;
  app: App;
  headSha: string;
  headBranch: string | null;
  /** Asked for again, and nothing written to it since: GitHub shows it as queued. */
  rerequested: boolean;
  runs: CheckRun[];
  createdAt: string;
  updatedAt: string;
};

export type Release = {
  kind: "Release";
  id: number;
  nodeId: string;
  repository: Repository;
  tagName: string;
  name: string;
  body: string;
  author: Account;
  targetOid: string;
  isPrerelease: boolean;
  publishedAt: string;
};
export type MergeGroup = {
  headSha: string;
  headRef: string;
  baseSha: string;
  baseRef: string;
  pullRequests: PullRequest[];
  entries: MergeQueueEntry[];
  end: "by-check" | "by-act";
};
/** GitHub builds one commit for each pull request, on that of the one ahead of it (agent-glovebox#3811). */
export type MergeQueueEntry = { pullRequest: PullRequest; baseSha: string; headSha: string | null };

/** What `node(id)` can find. */
export type Node = Account | Repository | Issue | PullRequest | IssueComment | Label | CheckRun | CheckSuite;

import type { GatherSettings, PullRequestSurroundings } from "../../src/sources/gather.ts";
import type { HeardIndex } from "../../src/sources/heard-index.ts";
import type { Role } from "../../src/core/facts/actor.ts";
import type { RepositoryName } from "../../src/core/facts/reference.ts";
import type { ChangeSize } from "../../src/core/facts/mirrors.ts";
import type {
  BoardWriter,
  CommentReading,
  GitHubReader,
  HeardReading,
  IssueReading,
  LearningReading,
  ProblemReading,
  PullRequestReading,
  ReferenceReading,
  RepositoryPlace,
  RepositoryReading,
  ThreadReading,
} from "../../src/sources/ports.ts";
import { ada, minutesAgo, noon, reference, settings } from "./facts.ts";

/** What a GitHub that holds these things answers, and a list of what it was asked. */
export interface SmallGitHub {
  readonly references?: readonly ReferenceReading[];
  readonly learnings?: readonly LearningReading[];
  readonly heard?: readonly HeardReading[];
  readonly roles?: Readonly<Record<string, Role>>;
  readonly paths?: readonly string[] | null;
  /** How much was changed by which merge commit. */
  readonly merges?: Readonly<Record<string, ChangeSize>>;
}

async function unused(): Promise<never> {
  throw new Error("Nothing here asks for this.");
}

export function smallGitHub(holding: SmallGitHub = {}): { readonly github: GitHubReader; readonly asked: string[] } {
  const asked: string[] = [];
  const github: GitHubReader = {
    async readReferences(references) {
      asked.push(`references ${references.map(({ owner, name, number }) => `${owner}/${name}#${number}`).join(" ")}`);
      const known = holding.references ?? [];
      return references.map(
        (one) => known.find(({ asked: { number } }) => number === one.number) ?? { kind: "unreachable", asked: one },
      );
    },
    async readHeard(issues) {
      asked.push(`heard below ${issues.map(({ owner, name, number }) => `${owner}/${name}#${number}`).join(" ")}`);
      return issues.map((one) => ({
        asked: one,
        heard: holding.heard?.find(({ asked: { number } }) => number === one.number)?.heard ?? null,
      }));
    },
    async readLearnings(problems) {
      asked.push(`learnings of ${problems.map(({ owner, name, number }) => `${owner}/${name}#${number}`).join(" ")}`);
      const known = holding.learnings ?? [];
      return problems.map(
        (one) => known.find(({ asked: { number } }) => number === one.number) ?? { kind: "unreachable", asked: one },
      );
    },
    async readRole(_repository, login) {
      asked.push(`role of ${login}`);
      return holding.roles?.[login] ?? "none";
    },
    async readPaths() {
      asked.push("paths");
      return holding.paths ?? null;
    },
    async readMerge(_repository, sha) {
      asked.push(`merge commit ${sha}`);
      return holding.merges?.[sha] ?? null;
    },
    readPullRequest: unused,
    hasAnswer: unused,
    hasComment: unused,
    readProblem: unused,
    readConfiguration: unused,
    readConfigurationChange: unused,
    holds: unused,
    listOpenPullRequests: unused,
    listOpenProblems: unused,
    findRepository: unused,
    listRepositories: unused,
    listPullRequestsOfCommit: unused,
    readMergeGroup: unused,
    readMergeGroupPlace: unused,
    readMembers: unused,
    readGroupRun: unused,
    readRunOfCommit: unused,
    readHead: unused,
    listForSweep: unused,
    findConfigured: unused,
    async readServed(_repository, numbers) {
      asked.push(`served ${numbers.map((number) => `#${number}`).join(" ")}`);
      return numbers.map(() => null);
    },
    findReleases: unused,
    listMerged: unused,
    listLabels: unused,
    readReactions: unused,
    findWords: unused,
    readReverting: unused,
    findMerged: unused,
    findBoard: unused,
    readBoard: unused,
    readBoardFacts: unused,
  };
  return { github, asked };
}

/** Where nobody writes a board. */
export const noBoard: BoardWriter = { createBoard: unused, updateBoard: unused, pinBoard: unused };

export const nothingKnown: HeardIndex = {
  standing: () => Promise.resolve("cold"),
  refused: () => Promise.resolve([]),
  homeOf: () => Promise.resolve(null),
};

export function around(github: GitHubReader, over: Partial<PullRequestSurroundings> = {}): PullRequestSurroundings {
  const place = { configuredAt: null, webUrl: "https://github.com", heardIndex: nothingKnown };
  return { github, known: { kind: "cold" }, now: noon, ...place, ...over };
}

export function gatherSettings(written: unknown = {}): GatherSettings {
  return settings(written);
}

export const repositoryReading: RepositoryReading = {
  owner: "acme",
  name: "shop",
  id: 70,
  visibility: "public",
  defaultBranch: "main",
  archived: false,
  outcomeLabels: [],
};

const configuration: PullRequestReading["configuration"] = {
  repository: { owner: "acme", name: "shop", visibility: "public", files: [], readable: true },
  organisation: { owner: "acme", name: ".github", visibility: null, files: [], readable: true },
};

export const emptyThread: ThreadReading = {
  labels: [],
  ownComments: [],
  commandComments: [],
  labelsRemovedByOthers: [],
  labelEvents: [],
  locked: false,
  ownCommentDeletions: [],
  followUpComments: [],
};

export function pullRequestReading(over: Partial<PullRequestReading> = {}): PullRequestReading {
  return {
    repository: repositoryReading,
    configuration,
    templates: [],
    issueTemplates: [],
    reference: reference("#7"),
    title: "Show prices with tax",
    body: "",
    author: ada,
    editor: null,
    lastEditedAt: null,
    state: "open",
    draft: false,
    fork: false,
    headSha: "a".repeat(40),
    headBranch: "show-tax",
    headCommittedAt: minutesAgo(90),
    baseBranch: "main",
    createdAt: minutesAgo(60),
    readyAt: null,
    mergedAt: null,
    additions: 100,
    deletions: 20,
    changedFiles: 4,
    developmentLinks: [],
    thread: emptyThread,
    checkRun: null,
    sameHead: [],
    ...over,
  };
}

export function issueReading(at: string, over: Partial<IssueReading> = {}): IssueReading {
  const { owner, name, number } = reference(at);
  return {
    reference: { owner, name, number },
    repositoryId: repositoryIdOf(name),
    visibility: "public",
    title: `Title of ${number}`,
    body: "",
    url: `https://github.com/${owner}/${name}/issues/${number}`,
    state: "open",
    labels: [],
    type: null,
    author: { login: "grace", kind: "user" },
    createdAt: minutesAgo(600),
    weight: { reactions: 0, people: 0, duplicates: 0 },
    commentCount: 0,
    ...over,
  };
}

function repositoryIdOf(name: string): number {
  return name === repositoryReading.name ? repositoryReading.id : 71;
}

/** The repository that a reference leads into. */
export function placeOf({ owner, name }: RepositoryName, visibility: RepositoryPlace["visibility"]): RepositoryPlace {
  return { id: repositoryIdOf(name), owner, name, visibility };
}

/** GitHub's answer for one reference: an issue, and its parents from there. */
export function found(issue: IssueReading, parents: readonly IssueReading[] = []): ReferenceReading {
  return { kind: "issue", asked: issue.reference, issue, parents };
}

export function problemReading(issue: IssueReading, over: Partial<ProblemReading> = {}): ProblemReading {
  return {
    repository: repositoryReading,
    configuration,
    templates: [],
    issue,
    parents: [],
    duplicatesBy: [],
    editor: null,
    lastEditedAt: null,
    conversation: [],
    thread: emptyThread,
    ...over,
  };
}

export function commentReading(over: Partial<CommentReading> = {}): CommentReading {
  return { id: 901, nodeId: "IC_901", body: "Ask", minimised: false, minimisedReason: null, ...over };
}

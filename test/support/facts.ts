import type { Config } from "../../src/config/schema.ts";
import { configSchema, defaultConfig } from "../../src/config/schema.ts";
import type { Actor } from "../../src/core/facts/actor.ts";
import type { ProblemFacts, PullRequest, PullRequestFacts, Repository } from "../../src/core/facts/facts.ts";
import { findProblems, problemPolicyFor } from "../../src/core/facts/find-problem.ts";
import type { Issue } from "../../src/core/facts/issue.ts";
import type { Link, LinkOrigin, LinkTarget } from "../../src/core/facts/link.ts";
import type { Observed, ObservedComment } from "../../src/core/facts/observed.ts";
import type { Reference } from "../../src/core/facts/reference.ts";
import { nothingSaid } from "../../src/core/facts/said.ts";
import type { Said } from "../../src/core/facts/said.ts";
import type { Weight } from "../../src/core/facts/weight.ts";
import { resolveStatements } from "../../src/core/facts/resolve-statements.ts";
import type { ReportSettings } from "../../src/core/report/report-settings.ts";
import type { Hypothesis, Place, Reading, Statements } from "../../src/core/statements/statements.ts";

/** The day on which everything happens, unless a test says otherwise. */
export const noon = new Date("2026-03-02T12:00:00Z");

export function minutesAgo(minutes: number): Date {
  return new Date(noon.getTime() - minutes * 60_000);
}

export const noWeight: Weight = { reactions: 0, people: 0, duplicates: 0, feedback: 0 };

export const ada: Actor = { login: "ada", kind: "user" };

export const nothingStated: Statements = {
  who: { grade: "absent" },
  problem: { grade: "absent" },
  evidence: { grade: "absent" },
  hypothesis: { grade: "absent" },
  effect: { grade: "absent" },
  metric: { grade: "absent" },
  window: { grade: "absent" },
  alternatives: { grade: "absent" },
  exploration: { grade: "absent" },
  optOut: { grade: "absent" },
};

export function place(name: string, kind: Place["kind"] = "heading"): Place {
  return { kind, name, line: 3 };
}

export function stated(quote: string, at: Place = place("Problem")): Reading {
  return { grade: "stated", value: quote, quote, place: at };
}

export function hollow(quote: string, at: Place = place("Problem")): Reading<never> {
  return { grade: "hollow", quote, place: at };
}

export function fromTemplate(quote: string, at: Place = place("Problem")): Reading<never> {
  return { grade: "template", quote, place: at };
}

export function hypothesis(claim: string, parts: Partial<Hypothesis> = {}): Reading<Hypothesis> {
  const nothing = { change: null, who: null, effect: null, because: null };
  const value = { claim, ...nothing, metric: null, baseline: null, target: null, window: null, ...parts };
  return { grade: "stated", value, quote: claim, place: place("Hypothesis") };
}

/** `#12` of our repository, `acme/notes#5` elsewhere. */
export function reference(text: string): Reference {
  const [, owner = "acme", name = "shop", number] = /^(?:([^/]+)\/([^#]+))?#(\d+)$/.exec(text) ?? [];
  return { owner, name, number: Number(number) };
}

export function issue(at: string, overrides: Partial<Issue> = {}): Issue {
  const { owner, name, number } = reference(at);
  return {
    reference: { owner, name, number },
    title: `Title of ${number}`,
    url: `https://github.com/${owner}/${name}/issues/${number}`,
    state: "open",
    labels: [],
    type: null,
    author: { login: "grace", kind: "user" },
    createdAt: new Date("2026-01-05T09:00:00Z"),
    fromOurForm: false,
    weight: noWeight,
    statements: nothingStated,
    ...overrides,
  };
}

const development: LinkOrigin = { kind: "development" };

/** A link that leads to an issue, and to its parents from there. */
export function link(target: Issue, parents: readonly Issue[] = [], origin: LinkOrigin = development): Link {
  return {
    reference: target.reference,
    origins: [origin],
    target: { kind: "found", issue: target, parents, moved: false, countsAbove: false },
  };
}

/** A link in the text that leads nowhere, or nobody knows where. */
export function deadLink(at: string, kind: Exclude<LinkTarget["kind"], "found">): Link {
  const target = kind === "less-visible" ? { kind, counts: false } : { kind };
  return { reference: reference(at), origins: [{ kind: "keyword", quote: `Part of ${at}`, closing: false }], target };
}

/** A link in the text to a problem that not everybody can see. */
export function hiddenLink(at: string): Link {
  return { ...deadLink(at, "less-visible"), target: { kind: "less-visible", counts: true } };
}

/** A link to an issue that everybody can see, below a problem that not everybody can see. */
export function belowHidden(at: string): Link {
  const child = link(issue(at));
  return child.target.kind === "found" ? { ...child, target: { ...child.target, countsAbove: true } } : child;
}

export interface PullRequestOverrides {
  readonly repository?: Partial<Repository>;
  readonly pullRequest?: Partial<PullRequest>;
  readonly links?: readonly Link[];
  readonly learnings?: PullRequestFacts["learnings"];
  readonly external?: PullRequestFacts["external"];
  readonly unfilledLink?: string;
  /** What people said by commands. */
  readonly said?: Partial<Said>;
  /** What the body itself states. */
  readonly says?: Partial<Statements>;
  readonly policy?: ReportSettings;
}

/** A pull request of today, opened an hour ago by ada, into the default branch of acme/shop, which nobody configured before. */
export function pullRequestFacts(overrides: PullRequestOverrides = {}): PullRequestFacts {
  const links = overrides.links ?? [];
  const pullRequest = { ...somePullRequest, ...overrides.pullRequest };
  const repository = { ...someRepository, ...overrides.repository };
  const policy = problemPolicyFor((overrides.policy ?? settings()).problems, pullRequest.state);
  return {
    kind: "pull_request",
    now: noon,
    repository,
    pullRequest,
    links,
    learnings: overrides.learnings ?? [],
    external: overrides.external ?? { trackers: [], links: [] },
    unfilledLink: overrides.unfilledLink ?? null,
    said: { ...nothingSaid, ...overrides.said },
    statements: resolveStatements({ ...nothingStated, ...overrides.says }, findProblems(links, { repository, policy })),
  };
}

export function problemFacts(subject: Issue, overrides: Partial<ProblemFacts> = {}): ProblemFacts {
  const statements = resolveStatements(subject.statements, []);
  const touchedAt = minutesAgo(60);
  return {
    kind: "problem",
    now: noon,
    repository: someRepository,
    issue: subject,
    parents: [],
    touchedAt,
    said: nothingSaid,
    statements,
    ...overrides,
  };
}

const someRepository: Repository = {
  owner: "acme",
  name: "shop",
  visibility: "public",
  defaultBranch: "main",
  configuredAt: new Date("2026-01-01T00:00:00Z"),
};

const somePullRequest: PullRequest = {
  reference: { owner: "acme", name: "shop", number: 7 },
  title: "Show prices with tax",
  author: ada,
  authorRole: "unread",
  bodyEditor: null,
  state: "open",
  draft: false,
  fork: false,
  headSha: "a".repeat(40),
  headBranch: "show-tax",
  baseBranch: "main",
  labels: [],
  createdAt: minutesAgo(60),
  touchedAt: minutesAgo(60),
  readyAt: minutesAgo(60),
  mergedAt: null,
  editedAt: null,
  size: { lines: 120, files: 4 },
  paths: null,
  reverts: null,
};

/** A configuration as people write it, over the defaults. */
export function settings(written: unknown = {}): ReportSettings & Config {
  return { ...configSchema.parse(written), sources: [source] };
}

const source = { owner: "acme", name: "shop", path: ".github/outcome.yml", commit: "c0ffee".repeat(7), visible: true };

export const advising = settings();
export const requiring = settings({ mode: "require" });
export const policy = defaultConfig;

export const nothingObserved: Observed = {
  checkRun: null,
  comment: { kind: "none" },
  labels: { onThread: [], removedByAPerson: [], inRepository: [] },
};

export function comment(
  body: string,
  overrides: Partial<ObservedComment & { kind: "present" }> = {},
): ObservedComment & { kind: "present" } {
  return { kind: "present", id: 901, nodeId: "IC_901", body, hidden: "no", twins: [], ...overrides };
}

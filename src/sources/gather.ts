import type { Actor } from "../core/facts/actor.ts";
import type { PullRequestFacts, PullRequest, ProblemFacts, Repository } from "../core/facts/facts.ts";
import { findProblems, problemPolicyFor } from "../core/facts/find-problem.ts";
import { mirrors } from "../core/facts/mirrors.ts";
import type { Said } from "../core/facts/said.ts";
import type { Observed } from "../core/facts/observed.ts";
import { resolveProblem, resolveStatements } from "../core/facts/resolve-statements.ts";
import type { Body } from "../core/markdown/parse-body.ts";
import { parseBody } from "../core/markdown/parse-body.ts";
import { pathsNeeded, rolesNeeded } from "../core/verdict/evaluate.ts";
import type { CommandPolicy } from "../core/commands/permit.ts";
import { requiresAnything } from "../core/verdict/policy.ts";
import { authorComments } from "./author-comments.ts";
import { findLinks } from "./links/index.ts";
import type { HeardIndex } from "./heard-index.ts";
import { hearProblems } from "./hear-problems.ts";
import type { LearningSettings } from "./learnings/read-learnings.ts";
import { readLearnings } from "./learnings/read-learnings.ts";
import type { LinkSettings } from "./links/link-settings.ts";
import { findUnfilledLink } from "./links/unfilled-link.ts";
import { linkedIssueReader } from "./linked-issue-reader.ts";
import { resolveLinks } from "./links/resolve-links.ts";
import type { WatchedIssue } from "./links/watched-issues.ts";
import { visibleLine } from "./links/visible-line.ts";
import { findExternal } from "./trackers/find-external.ts";
import type { TrackerSettings } from "./trackers/tracker-settings.ts";
import { observe } from "./observe.ts";
import { rememberRoles } from "./remember-roles.ts";
import { readSaid } from "./read-said.ts";
import { withSaidHypothesis } from "./said-hypothesis.ts";
import type { GitHubReader, KnownComment, ProblemReading, PullRequestReading } from "./ports.ts";
import { readTexts } from "./read-texts.ts";
import type { TextSettings } from "./read-texts.ts";
import { findRevertedCommit } from "./reverted-commit.ts";

export interface Snapshot<Facts> {
  readonly facts: Facts;
  readonly observed: Observed;
}

export interface PullRequestSnapshot extends Snapshot<PullRequestFacts> {
  /** Every issue whose change may change the facts, those included that may not be shown here. */
  readonly watched: readonly WatchedIssue[];
}

export interface GatherSettings extends CommandPolicy, TextSettings, LearningSettings {
  readonly links: LinkSettings;
  readonly trackers: readonly TrackerSettings[];
}

export interface Surroundings {
  readonly github: GitHubReader;
  readonly known: KnownComment;
  readonly now: Date;
  readonly configuredAt: Date | null;
  /** Where GitHub's pages are: "https://github.com". */
  readonly webUrl: string;
}

export interface PullRequestSurroundings extends Surroundings {
  readonly heardIndex: HeardIndex;
}

/** Makes facts of what was read, and reads what is still needed: references in the text, and what the verdict depends on. */
export async function gatherPullRequest(
  reading: PullRequestReading,
  settings: GatherSettings,
  surroundings: PullRequestSurroundings,
): Promise<PullRequestSnapshot> {
  const around = { ...surroundings, github: rememberRoles(surroundings.github) };
  const means = { settings, around };
  const { templates, title } = reading;
  const body = parseBody(reading.body);
  const comments = reading.thread.commandComments;
  const said = await readSaid({ kind: "pull_request", ...reading, comments }, { ...around, policy: settings });
  const { links, watched, problems, undetermined } = await gatherLinks({ ...reading, read: body }, said, means);
  const own = readTexts(templates, settings).read({ kind: "pull_request", title, body });
  const stated = withSaidHypothesis(own, said, { kind: "pull_request", templates, settings });
  const facts: PullRequestFacts = {
    kind: "pull_request",
    now: around.now,
    repository: repositoryFacts(reading, around),
    pullRequest: await readPullRequestFacts({ ...reading, read: body }, settings, around),
    links,
    learnings: await readLearnings({ reading, body, problems }, settings, around),
    external: findExternal({ title, body }, settings),
    unfilledLink: findUnfilledLink(body),
    said: undetermined ? { ...said, undetermined } : said,
    statements: resolveStatements(stated, problems),
  };
  return { facts: await readRoles(facts, settings, around.github), observed: observe(reading, around.known), watched };
}

interface Means {
  readonly settings: GatherSettings;
  readonly around: PullRequestSurroundings;
}

/** All links with what stands at their ends and was said there, and which of them lead to problems. */
async function gatherLinks(reading: ReadPullRequest, said: Said, { settings, around }: Means) {
  const { repository, read } = reading;
  const { github, webUrl, heardIndex } = around;
  const found = findLinks(read, { repository, webUrl, settings: settings.links, said });
  const policy = problemPolicyFor(settings.problems, reading.state);
  const texts = linkedIssueReader(reading, settings);
  const { watched, ...linked } = await resolveLinks(reading, found, { github, texts, policy, said });
  const scope = { repository, policy };
  const listener = { reading, github, settings, texts, webUrl, heardIndex };
  const { links, undetermined } = await hearProblems(linked, { github, scope, listener });
  return { links, watched, problems: findProblems(links, scope), undetermined };
}

/** Makes facts of an issue that is under review. */
export async function gatherProblem(
  reading: ProblemReading,
  settings: GatherSettings,
  around: Surroundings,
): Promise<Snapshot<ProblemFacts>> {
  const texts = readTexts(reading.templates, settings);
  const told = authorComments(reading.issue.author, reading.conversation);
  const { issue, comments } = texts.readProblem(reading.issue, told);
  const said = await readSaid(
    { ...reading, ...reading.issue, kind: "problem", mergedAt: null, comments: reading.thread.commandComments },
    { ...around, policy: settings },
  );
  const stated = withSaidHypothesis(issue.statements, said, { kind: "issue", templates: reading.templates, settings });
  const edited = reading.editor?.login === issue.author?.login ? reading.lastEditedAt : null;
  const facts: ProblemFacts = {
    kind: "problem",
    now: around.now,
    repository: repositoryFacts(reading, around),
    issue,
    parents: visibleLine(reading.parents, reading.repository).map(texts.readIssue),
    touchedAt: latest(around.now, issue.createdAt, [edited]),
    said,
    statements: resolveProblem(stated, comments),
  };
  return { facts, observed: observe({ ...reading, checkRun: null }, around.known) };
}

function repositoryFacts({ repository }: PullRequestReading | ProblemReading, around: Surroundings): Repository {
  const { owner, name, visibility, defaultBranch } = repository;
  return { owner, name, visibility, defaultBranch, configuredAt: around.configuredAt };
}

/** With the body as a reader sees it. */
interface ReadPullRequest extends PullRequestReading {
  readonly read: Body;
}

async function readPullRequestFacts(
  reading: ReadPullRequest,
  settings: GatherSettings,
  { github, now }: Surroundings,
): Promise<PullRequest> {
  const { author, editor, lastEditedAt } = reading;
  const editedByAuthor = editor === null || editor.login === author?.login ? lastEditedAt : null;
  return {
    ...pick(reading),
    authorRole: "unread",
    bodyEditor: lastEditedAt === null ? null : { actor: editor, role: "unread" },
    labels: reading.thread.labels,
    editedAt: lastEditedAt,
    touchedAt: latest(now, reading.createdAt, [editedByAuthor, reading.headCommittedAt]),
    readyAt: reading.readyAt ?? reading.createdAt,
    size: { lines: reading.additions + reading.deletions, files: reading.changedFiles },
    paths: pathsNeeded(settings) ? await github.readPaths(reading) : null,
    reverts: await readRevert(reading, settings, github),
  };
}

/** Whether the named commit is a merge, and this change its mirror image, matters only where something is required. */
async function readRevert(reading: ReadPullRequest, settings: GatherSettings, github: GitHubReader) {
  const sha = findRevertedCommit(reading.read);
  if (sha === null) return null;
  const merge = requiresAnything(settings) ? await github.readMerge(reading.repository, sha) : null;
  return { sha, verified: merge !== null && mirrors(reading, merge) };
}

function pick(reading: PullRequestReading) {
  const { reference, title, author, state, draft, fork, headSha, headBranch, baseBranch, createdAt, mergedAt } =
    reading;
  return { reference, title, author, state, draft, fork, headSha, headBranch, baseBranch, createdAt, mergedAt };
}

async function readRoles(
  facts: PullRequestFacts,
  settings: GatherSettings,
  github: GitHubReader,
): Promise<PullRequestFacts> {
  const needed = rolesNeeded(facts, settings);
  if (needed.length === 0) return facts;
  const { author, authorRole, bodyEditor } = facts.pullRequest;
  // A bot's login without its "[bot]" may be the login of a person.
  const read = async (actor: Actor | null) =>
    actor?.kind === "user" ? github.readRole(facts.repository, actor.login) : "none";
  const pullRequest = {
    ...facts.pullRequest,
    authorRole: needed.includes("author") ? await read(author) : authorRole,
    bodyEditor:
      needed.includes("body-editor") && bodyEditor !== null
        ? { ...bodyEditor, role: await read(bodyEditor.actor) }
        : bodyEditor,
  };
  return { ...facts, pullRequest };
}

/** The latest that has come: a commit's date is its author's clock, and a date to come would put the comment off until then. */
function latest(now: Date, opened: Date, others: readonly (Date | null)[]): Date {
  return others.reduce<Date>((last, date) => (date !== null && date > last && date <= now ? date : last), opened);
}

import { latestRuns, suiteConclusion, suitesFor, suiteStatus } from "../state/checks.ts";
import { commitOf, commitsOf, historyOf } from "../state/commits.ts";
import type { Annotation, CheckRun, CheckSuite, Commit, Repository } from "../state/model.ts";
import { commitNodeId, fullName } from "../state/state.ts";
import { connect, type Slice } from "./connection.ts";
import { actor, demand, type Fields, type GraphqlContext, type Registry, upper } from "./field.ts";
import { entryAt } from "./git-blob.ts";

/** A commit is seen from a repository: its checks and pull requests are there. */
export type CommitSource = { kind: "Commit"; commit: Commit; repository: Repository };
export type RefSource = { kind: "Ref"; repository: Repository; name: string };
type SuiteFilter = { appId?: number | null; checkName?: string | null };
type RunFilter = SuiteFilter & { checkType?: "LATEST" | "ALL" | null };

export function commitSource(context: GraphqlContext, repository: Repository, oid: string): CommitSource {
  return { kind: "Commit", repository, commit: commitOf(context.world.state, oid) };
}

const ref: Fields<RefSource> = {
  id: (source) => `REF_kw${Buffer.from(`${fullName(source.repository)}:${source.name}`).toString("base64url")}`,
  name: (source) => source.name,
  prefix: () => "refs/heads/",
  repository: (source) => source.repository,
  target: ({ repository, name }, _, context) => {
    demand(context, repository, [["contents", "read"]]);
    const oid = repository.branches.get(name);
    return oid === undefined ? null : commitSource(context, repository, oid);
  },
};

const commit: Fields<CommitSource> = {
  id: (source) => commitNodeId(source.commit),
  oid: (source) => source.commit.oid,
  abbreviatedOid: (source) => source.commit.oid.slice(0, 7),
  message: (source) => source.commit.message,
  messageHeadline: (source) => source.commit.message.split("\n")[0],
  committedDate: (source) => source.commit.committedDate,
  authoredDate: (source) => source.commit.committedDate,
  url: (source, _, { world }) => `${world.site.html}/${fullName(source.repository)}/commit/${source.commit.oid}`,
  author: ({ commit: { author } }) => ({
    name: author.login,
    email: `${author.login}@users.noreply.github.com`,
    user: author.kind === "User" ? actor(author) : null,
  }),
  file: (source, args: { path: string }, context) => {
    demand(context, source.repository, [["contents", "read"]]);
    return entryAt(source.commit, args.path);
  },
  history,
  associatedPullRequests,
  checkSuites,
};

function history(source: CommitSource, args: Slice & { path?: string | null }, context: GraphqlContext) {
  demand(context, source.repository, [["contents", "read"]]);
  const { state } = context.world;
  const { path } = args;
  const touches = (each: Commit): boolean => {
    const parent = each.parents[0];
    const before = parent === undefined ? undefined : commitOf(state, parent).files;
    return path === undefined || path === null || each.files.get(path) !== before?.get(path);
  };
  const commits = historyOf(state, source.commit.oid).filter(touches);
  return connect(
    commits.map((each): CommitSource => ({ ...source, commit: each })),
    args,
  );
}

/** The merged ones that brought it; open ones too "if the commit is not present in the default branch", says the schema. */
function associatedPullRequests(source: CommitSource, args: Slice, context: GraphqlContext) {
  demand(context, source.repository, [["pull_requests", "read"]]);
  const { repository, commit: head } = source;
  const { state } = context.world;
  const tip = repository.branches.get(repository.defaultBranch);
  const isInDefault = tip !== undefined && historyOf(state, tip).some(({ oid }) => oid === head.oid);
  const found = [...repository.items.values()]
    .filter((each) => each.kind === "PullRequest")
    .filter((each) => each.mergedAt !== null || (each.state === "open" && !isInDefault))
    // Found by branch: a fork's are none of this repository (quarkusio/pt.quarkus.io#389).
    .filter((each) => each.mergedAt !== null || each.head.repository === repository)
    .filter((each) => each.mergeCommitOid === head.oid || commitsOf(state, each).some(({ oid }) => oid === head.oid));
  return connect(found, args);
}

function checkSuites(source: CommitSource, args: Slice & { filterBy?: SuiteFilter | null }, context: GraphqlContext) {
  demand(context, source.repository, [["checks", "read"]]);
  const { appId, checkName } = args.filterBy ?? {};
  const suites = suitesFor(source.repository, source.commit.oid)
    .filter((each) => appId === undefined || appId === null || each.app.id === appId)
    .filter((each) => checkName === undefined || checkName === null || each.runs.some((run) => run.name === checkName));
  return connect(suites, args);
}

const suite: Fields<CheckSuite> = {
  id: (source) => source.nodeId,
  databaseId: (source) => source.id,
  app: (source) => source.app,
  status: (source) => upper(suiteStatus(source)),
  conclusion: (source) => upperOrNull(suiteConclusion(source)),
  createdAt: (source) => source.createdAt,
  updatedAt: (source) => source.updatedAt,
  commit: (source, _, context) => commitSource(context, source.repository, source.headSha),
  repository: (source) => source.repository,
  checkRuns,
};

/** Without a `checkType` every run is given, older ones of the same name too. */
function checkRuns(source: CheckSuite, args: Slice & { filterBy?: RunFilter | null }) {
  const { checkName, checkType, appId } = args.filterBy ?? {};
  const runs = (checkType === "LATEST" ? latestRuns(source) : source.runs)
    .filter((each) => checkName === undefined || checkName === null || each.name === checkName)
    .filter(() => appId === undefined || appId === null || source.app.id === appId);
  return connect(runs, args);
}

const run: Fields<CheckRun> = {
  id: (source) => source.nodeId,
  databaseId: (source) => source.id,
  name: (source) => source.name,
  status: (source) => upper(source.status),
  conclusion: (source) => upperOrNull(source.conclusion),
  title: (source) => source.output.title,
  summary: (source) => source.output.summary,
  text: (source) => source.output.text,
  externalId: (source) => source.externalId ?? "",
  detailsUrl: (source) => source.detailsUrl,
  startedAt: (source) => source.startedAt,
  completedAt: (source) => source.completedAt,
  annotations: (source, args: Slice) => connect(source.annotations.map(annotationSource), args),
  checkSuite: (source) => source.suite,
  repository: (source) => source.suite.repository,
  url: (source, _, { world }) => `${world.site.html}/${fullName(source.suite.repository)}/runs/${source.id}`,
  permalink: (source, _, { world }) => `${world.site.html}/${fullName(source.suite.repository)}/runs/${source.id}`,
};

function annotationSource(annotation: Annotation): object {
  const { path, message, title = null, start_line: start, end_line: end, annotation_level: level } = annotation;
  const location = { start: { line: start, column: null }, end: { line: end, column: null } };
  return { path, message, title, annotationLevel: upper(level), location };
}

function upperOrNull(word: string | null): string | null {
  return word === null ? null : upper(word);
}

export const commitTypes: Registry = { Ref: ref, Commit: commit, CheckSuite: suite, CheckRun: run };

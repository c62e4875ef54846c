import { presentCheckRunWithSuite, presentCheckSuite } from "../present/check.ts";
import { suiteOf, suitesFor, suiteStatus } from "../state/checks.ts";
import { resolveRef } from "../state/commits.ts";
import type {
  Account,
  Annotation,
  App,
  CheckAction,
  CheckRun,
  CheckSuite,
  Conclusion,
  Repository,
} from "../state/model.ts";
import { identify, remember } from "../state/state.ts";
import { emit, timestamp, type World } from "../world.ts";

/** A check run as the API takes it. */
export type CheckRunInput = {
  name?: string;
  details_url?: string;
  external_id?: string;
  status?: CheckRun["status"];
  conclusion?: Conclusion;
  started_at?: string;
  completed_at?: string;
  output?: { title?: string; summary?: string; text?: string; annotations?: readonly Annotation[] };
  actions?: readonly CheckAction[];
};

type SuiteKey = { sha: string; branch: string | null; app: App };

/** One suite per app and commit. */
export function ensureSuite(world: World, repository: Repository, key: SuiteKey): CheckSuite {
  const found = suiteOf(repository, key.sha, key.app);
  if (found !== undefined) return found;
  const at = timestamp(world);
  const suite: CheckSuite = {
    kind: "CheckSuite",
    ...identify(world.state, "CS"),
    repository,
    app: key.app,
    headSha: key.sha,
    headBranch: key.branch,
    rerequested: false,
    runs: [],
    createdAt: at,
    updatedAt: at,
  };
  repository.suites.set(key.sha, [...suitesFor(repository, key.sha), suite]);
  return remember(world.state, suite);
}

export function createCheckRun(
  world: World,
  place: { repository: Repository; sha: string; app: App },
  input: CheckRunInput & { name: string },
): CheckRun {
  const { repository, sha, app } = place;
  const branch = [...repository.branches].find(([, oid]) => oid === sha)?.[0] ?? null;
  const suite = ensureSuite(world, repository, { sha, branch, app });
  const run: CheckRun = {
    kind: "CheckRun",
    ...identify(world.state, "CR"),
    suite,
    name: input.name,
    externalId: null,
    detailsUrl: null,
    status: "queued",
    conclusion: null,
    startedAt: timestamp(world),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  suite.runs.push(run);
  remember(world.state, run);
  world.state.checkRuns.set(run.id, run);
  write(world, run, input);
  emitRun(world, run, { action: "created", sender: app.bot });
  if (run.status === "completed") completed(world, run);
  return run;
}

export function updateCheckRun(world: World, run: CheckRun, input: CheckRunInput): CheckRun {
  const before = run.status;
  write(world, run, input);
  if (run.status === "completed" && before !== "completed") completed(world, run);
  return run;
}

function write(world: World, run: CheckRun, input: CheckRunInput): void {
  const at = timestamp(world);
  run.name = input.name ?? run.name;
  run.externalId = input.external_id ?? run.externalId;
  run.detailsUrl = input.details_url ?? run.detailsUrl;
  run.startedAt = input.started_at ?? run.startedAt;
  writeStatus(run, input, at);
  const { title, summary, text, annotations = [] } = input.output ?? {};
  run.output = {
    title: title ?? run.output.title,
    summary: summary ?? run.output.summary,
    text: text ?? run.output.text,
  };
  // "Each time you update the check run, annotations are appended", says the description.
  run.annotations = [...run.annotations, ...annotations];
  run.actions = input.actions === undefined ? run.actions : [...input.actions];
  run.suite.rerequested = false;
  run.suite.updatedAt = at;
}

/** "Providing conclusion will automatically set the status parameter to completed", says the description. */
function writeStatus(run: CheckRun, input: CheckRunInput, at: string): void {
  const status = input.conclusion === undefined ? input.status : "completed";
  // A completed run does not go back to queued or in progress (taskcluster#5085): a new one is needed.
  if (status === undefined || (run.status === "completed" && status !== "completed")) return;
  run.status = status;
  run.conclusion = status === "completed" ? (input.conclusion ?? run.conclusion) : null;
  run.completedAt = status === "completed" ? (input.completed_at ?? run.completedAt ?? at) : null;
}

function completed(world: World, run: CheckRun): void {
  emitRun(world, run, { action: "completed", sender: run.suite.app.bot });
  if (suiteStatus(run.suite) === "completed")
    emitSuite(world, run.suite, { action: "completed", sender: run.suite.app.bot });
}

type Act = { action: string; sender: Account; identifier?: string };

function emitRun(world: World, run: CheckRun, act: Act): void {
  const requested = act.identifier === undefined ? {} : { requested_action: { identifier: act.identifier } };
  emit(world, {
    event: "check_run",
    action: act.action,
    repository: run.suite.repository,
    sender: act.sender,
    payload: () => ({ check_run: presentCheckRunWithSuite(world.site, run), ...requested }),
  });
}

function emitSuite(world: World, suite: CheckSuite, act: Act): void {
  emit(world, {
    event: "check_suite",
    action: act.action,
    repository: suite.repository,
    sender: act.sender,
    payload: () => ({ check_suite: presentCheckSuite(world.site, world.state, suite) }),
  });
}

/**
 * GitHub's description says of a re-run: the suite "is reset to queued and the conclusion is cleared. The check run
 * itself is not updated". Others have seen the run queued as well, so a story may ask for that.
 */
export type Rerun = { by: Account; runBecomes: "unchanged" | "queued" };

export function rerequestRun(world: World, run: CheckRun, rerun: Rerun): void {
  run.suite.rerequested = true;
  reset([run], rerun);
  emitRun(world, run, { action: "rerequested", sender: rerun.by });
}

export function rerequestSuite(world: World, suite: CheckSuite, rerun: Rerun): void {
  suite.rerequested = true;
  reset(suite.runs, rerun);
  emitSuite(world, suite, { action: "rerequested", sender: rerun.by });
}

function reset(runs: readonly CheckRun[], { runBecomes }: Rerun): void {
  if (runBecomes === "unchanged") return;
  for (const run of runs) Object.assign(run, { status: "queued", conclusion: null, completedAt: null });
}

export function requestAction(world: World, run: CheckRun, request: { identifier: string; by: Account }): void {
  if (!run.actions.some((each) => each.identifier === request.identifier)) {
    throw new Error(`The check run ${run.name} has no button ${request.identifier}`);
  }
  emitRun(world, run, { action: "requested_action", sender: request.by, identifier: request.identifier });
}

/** The commit that a ref names, when there is one. */
export function commitAt(world: World, repository: Repository, ref: string): string | undefined {
  const oid = resolveRef(repository, ref);
  return oid !== undefined && world.state.commits.has(oid) ? oid : undefined;
}

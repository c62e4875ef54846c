import { type CheckRunInput, commitAt, createCheckRun, updateCheckRun } from "../acts/checks.ts";
import { endByCheck } from "../acts/merge-queue.ts";
import { presentAnnotations, presentCheckRun, presentCheckSuite } from "../present/check.ts";
import { latestRuns, suitesFor } from "../state/checks.ts";
import type { CheckRun } from "../state/model.ts";
import { notFound, ok, type Operation, refuse, type RepositoryRequest, type RestAnswer } from "./operation.ts";
import { page, paged } from "./pagination.ts";

type RunPath = RepositoryRequest & { path: { check_run_id: number } };
type ListRequest = RepositoryRequest & {
  path: { ref: string };
  query: { check_name?: string; status?: string; filter?: "latest" | "all"; app_id?: number };
};
type CreateRequest = RepositoryRequest & { body: CheckRunInput & { name: string; head_sha: string } };

const reads = [["checks", "read"]] as const;
const writes = [["checks", "write"]] as const;

export const checkOperations: readonly Operation[] = [
  { id: "checks/create", for: "repository", needs: writes, run: create },
  { id: "checks/update", for: "repository", needs: writes, run: update },
  {
    id: "checks/get",
    for: "repository",
    needs: reads,
    run: (request: RunPath) => ok(presentCheckRun(request.world.site, found(request))),
  },
  { id: "checks/list-annotations", for: "repository", needs: reads, run: listAnnotations },
  { id: "checks/list-for-ref", for: "repository", needs: reads, run: listForRef },
  { id: "checks/list-suites-for-ref", for: "repository", needs: reads, run: listSuites },
];

function found({ world, repository, path }: RunPath): CheckRun {
  const run = world.state.checkRuns.get(path.check_run_id);
  if (run?.suite.repository !== repository) throw notFound();
  return run;
}

/** "Required if you provide completed_at or a status of completed", says the description in words alone. */
function requireConclusion({ status, completed_at: completedAt, conclusion }: CheckRunInput): void {
  if (conclusion !== undefined || (status !== "completed" && completedAt === undefined)) return;
  throw refuse(422, "Invalid request. A completed check run needs a conclusion.");
}

function create({ world, repository, body }: CreateRequest): RestAnswer {
  requireConclusion(body);
  if (!world.state.commits.has(body.head_sha)) throw refuse(422, `No commit found for SHA: ${body.head_sha}`);
  const run = createCheckRun(world, { repository, sha: body.head_sha, app: world.state.app }, body);
  endByCheck(world, run);
  return { status: 201, body: presentCheckRun(world.site, run) };
}

function update(request: RunPath & { body: CheckRunInput }): RestAnswer {
  const run = found(request);
  if (run.suite.app !== request.world.state.app) throw refuse(403, "Invalid app_id. The check run is another app's.");
  requireConclusion(request.body);
  updateCheckRun(request.world, run, request.body);
  endByCheck(request.world, run);
  return ok(presentCheckRun(request.world.site, run));
}

function listAnnotations(request: RunPath): RestAnswer {
  return paged(request, presentAnnotations(request.world.site, found(request)), (each) => each);
}

function listForRef(request: ListRequest): RestAnswer {
  const { world, repository, path, query } = request;
  const sha = commitAt(world, repository, path.ref);
  if (sha === undefined) throw refuse(422, `No commit found for SHA: ${path.ref}`);
  const all = suitesFor(repository, sha)
    .filter((each) => query.app_id === undefined || each.app.id === query.app_id)
    .flatMap((each) => (query.filter === "all" ? each.runs : latestRuns(each)))
    .filter((each) => query.check_name === undefined || each.name === query.check_name)
    .filter((each) => query.status === undefined || each.status === query.status);
  const { items, headers } = page(request, all);
  const body = { total_count: all.length, check_runs: items.map((each) => presentCheckRun(world.site, each)) };
  return { status: 200, headers, body };
}

function listSuites(request: ListRequest): RestAnswer {
  const { world, repository, path, query } = request;
  const sha = commitAt(world, repository, path.ref);
  if (sha === undefined) throw refuse(422, `No commit found for SHA: ${path.ref}`);
  const all = suitesFor(repository, sha).filter((each) => query.app_id === undefined || each.app.id === query.app_id);
  const { items, headers } = page(request, all);
  const suites = items.map((each) => presentCheckSuite(world.site, world.state, each));
  return { status: 200, headers, body: { total_count: all.length, check_suites: suites } };
}

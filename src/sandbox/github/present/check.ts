import type { JsonObject } from "../json.ts";
import { suiteConclusion, suiteStatus } from "../state/checks.ts";
import { commitOf } from "../state/commits.ts";
import type { CheckRun, CheckSuite, PullRequest } from "../state/model.ts";
import { fullName, type State } from "../state/state.ts";
import { presentApp } from "./app.ts";
import { presentSimpleCommit } from "./commit.ts";
import { presentMinimalPullRequest } from "./pull-request.ts";
import { presentRepository, repositoryUrl } from "./repository.ts";
import type { Site } from "./site.ts";

/** `check-run`; the webhooks' form carries the whole suite. */
export function presentCheckRun(site: Site, run: CheckRun): JsonObject {
  const { suite } = run;
  const url = `${repositoryUrl(site, suite.repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: run.nodeId,
    name: run.name,
    head_sha: suite.headSha,
    external_id: run.externalId ?? "",
    url,
    html_url: `${site.html}/${fullName(suite.repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `https://example.com/${suite.app.slug}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: suite.id },
    app: presentApp(site, suite.app),
    pull_requests: pullRequestsOf(suite).map((each) => presentMinimalPullRequest(site, each)),
  };
}

/**
 * The open pull requests that GitHub names for a commit: never those from forks, whose branches are not in the
 * repository of the suite ("an empty pull_requests array", says the description of checks/create).
 */
function pullRequestsOf(suite: CheckSuite): PullRequest[] {
  return [...suite.repository.items.values()]
    .filter((each) => each.kind === "PullRequest")
    .filter(
      (each) => each.state === "open" && each.head.oid === suite.headSha && each.head.repository === suite.repository,
    );
}

export function presentCheckRunWithSuite(site: Site, run: CheckRun): JsonObject {
  return { ...presentCheckRun(site, run), check_suite: presentSimpleSuite(site, run.suite) };
}

function presentSimpleSuite(site: Site, suite: CheckSuite): JsonObject {
  return {
    id: suite.id,
    node_id: suite.nodeId,
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: suiteStatus(suite),
    conclusion: suiteConclusion(suite),
    url: `${repositoryUrl(site, suite.repository)}/check-suites/${suite.id}`,
    before: suite.headSha,
    after: suite.headSha,
    pull_requests: pullRequestsOf(suite).map((each) => presentMinimalPullRequest(site, each)),
    app: presentApp(site, suite.app),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
  };
}

export function presentCheckSuite(site: Site, state: State, suite: CheckSuite): JsonObject {
  return {
    ...presentSimpleSuite(site, suite),
    repository: presentRepository(site, suite.repository),
    head_commit: presentSimpleCommit(commitOf(state, suite.headSha)),
    latest_check_runs_count: suite.runs.length,
    check_runs_url: `${repositoryUrl(site, suite.repository)}/check-suites/${suite.id}/check-runs`,
    rerequestable: true,
    runs_rerequestable: true,
  };
}

export function presentAnnotations(site: Site, run: CheckRun): JsonObject[] {
  return run.annotations.map((each) => ({
    path: each.path,
    start_line: each.start_line,
    end_line: each.end_line,
    start_column: each.start_column ?? null,
    end_column: each.end_column ?? null,
    annotation_level: each.annotation_level,
    title: each.title ?? null,
    message: each.message,
    raw_details: each.raw_details ?? null,
    blob_href: `${site.html}/${fullName(run.suite.repository)}/blob/${run.suite.headSha}/${each.path}`,
  }));
}

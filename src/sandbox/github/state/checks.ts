import type { App, CheckRun, CheckSuite, Conclusion, Repository } from "./model.ts";

export function suitesFor(repository: Repository, sha: string): CheckSuite[] {
  return repository.suites.get(sha) ?? [];
}

export function suiteOf(repository: Repository, sha: string, app: App): CheckSuite | undefined {
  return suitesFor(repository, sha).find((each) => each.app === app);
}

/** GitHub shows the newest run of each name and app. */
export function latestRuns(suite: CheckSuite): CheckRun[] {
  const newest = new Map(suite.runs.toSorted((a, b) => a.id - b.id).map((run) => [run.name, run]));
  return [...newest.values()].toSorted((a, b) => b.id - a.id);
}

export function suiteStatus(suite: CheckSuite): "queued" | "in_progress" | "completed" {
  const runs = latestRuns(suite);
  if (suite.rerequested || runs.every((each) => each.status === "queued")) return "queued";
  return runs.every((each) => each.status === "completed") ? "completed" : "in_progress";
}

/** The worst of its runs. */
const worstFirst: readonly Conclusion[] = [
  "action_required",
  "failure",
  "timed_out",
  "cancelled",
  "success",
  "neutral",
  "skipped",
];

export function suiteConclusion(suite: CheckSuite): Conclusion | null {
  if (suiteStatus(suite) !== "completed") return null;
  const conclusions = new Set(latestRuns(suite).map((each) => each.conclusion));
  return worstFirst.find((each) => conclusions.has(each)) ?? null;
}

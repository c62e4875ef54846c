import type { SimulatedGitHub } from "./github/simulated-github.ts";
import { latestRuns, suitesFor } from "./github/state/checks.ts";
import type { CheckRun, Issue, PullRequest, Repository } from "./github/state/model.ts";

/** The newest check run of each name on a pull request's head. */
export function latestChecks({ repository, head }: PullRequest): CheckRun[] {
  return suitesFor(repository, head.oid).flatMap(latestRuns);
}

/** Those on the commit that the merge queue built for an open pull request, the last time that it was in there. */
export function queueChecks({ repository, timeline, mergedAt, number }: PullRequest): CheckRun[] {
  const entries = repository.mergeGroups.flatMap((group) => group.entries);
  const queued = entries.find(({ pullRequest }) => pullRequest.number === number)?.headSha;
  const removed = timeline.findLast((event) => event.kind === "RemovedFromMergeQueueEvent")?.before;
  const sha = queued ?? removed;
  return sha === undefined || mergedAt !== null ? [] : suitesFor(repository, sha).flatMap(latestRuns);
}

/** Newest first, as GitHub lists them. */
export function pullRequestsOf(repository: Repository): PullRequest[] {
  return [...repository.items.values()].filter((item) => item.kind === "PullRequest").toReversed();
}

/** Newest first, as GitHub lists them. */
export function issuesOf(repository: Repository): Issue[] {
  return [...repository.items.values()].filter((item) => item.kind === "Issue").toReversed();
}

/** The repositories that the app is installed in: people's forks are not among them. */
export function repositoriesOf({ state }: SimulatedGitHub): Repository[] {
  const owners = new Set(state.installations.map(({ account }) => account));
  return state.repositories.filter(({ owner, deleted }) => owners.has(owner) && !deleted);
}

import type { SimulatedGitHub } from "./github/simulated-github.ts";
import { latestRuns, suitesFor } from "./github/state/checks.ts";
import type { CheckRun, Issue, IssueComment, PullRequest, Repository } from "./github/state/model.ts";

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

interface Touched {
  readonly item: Issue | PullRequest;
  /** Null where it only put a label on. */
  readonly comment: IssueComment | null;
}

/** Where the app wrote last since then: comments, by which somebody is asked, before what it says in old ones and labels. */
export function touchedSince(github: SimulatedGitHub, since: Date): Touched | null {
  const items = repositoriesOf(github).flatMap((repository) => [...repository.items.values()]);
  const isSince = (at: string | null) => at !== null && new Date(at) >= since;
  const comments = items.flatMap((item) => item.comments.map((comment) => ({ item, comment })));
  const own = comments.filter(({ comment }) => comment.viaApp);
  const said =
    own.findLast(({ comment }) => isSince(comment.createdAt)) ??
    own.findLast(({ comment }) => isSince(comment.lastEditedAt));
  if (said !== undefined) return said;
  const labelled = items.findLast(({ timeline }) =>
    timeline.some((event) => event.kind === "LabeledEvent" && event.actor.kind === "Bot" && isSince(event.createdAt)),
  );
  return labelled === undefined ? null : { item: labelled, comment: null };
}

import type { JsonObject } from "../json.ts";
import { presentSimpleCommit } from "../present/commit.ts";
import { commitOf } from "../state/commits.ts";
import type { Account, CheckRun, MergeGroup, PullRequest, Repository } from "../state/model.ts";
import { emit, type World } from "../world.ts";
import { push, writeCommit } from "./commits.ts";
import { changesOf, mergePullRequest } from "./pull-requests.ts";
import { record } from "./timeline.ts";

/**
 * What GitHub does when pull requests are queued: one commit for each, the first on whatever is ahead in the queue, and
 * one branch for the group, which names the last pull request and the commit below it. Only the last commit is checked.
 */
export function requestGroup(
  world: World,
  repository: Repository,
  given: { pullRequests: readonly PullRequest[]; by: Account; end?: MergeGroup["end"] },
): MergeGroup {
  const last = given.pullRequests.at(-1);
  if (last === undefined) throw new Error("A merge group holds at least one pull request");
  const baseRef = last.base.ref;
  const ahead = repository.mergeGroups.findLast((each) => each.baseRef === baseRef);
  const entries = stack(world, ahead?.headSha ?? repository.branches.get(baseRef) ?? last.base.oid, given);
  const { headSha, baseSha } = entries.at(-1) ?? { headSha: last.base.oid, baseSha: last.base.oid };
  const headRef = `gh-readonly-queue/${baseRef}/pr-${last.number}-${baseSha}`;
  const { by, end = "by-act", pullRequests } = given;
  const group: MergeGroup = { headSha, headRef, baseSha, baseRef, pullRequests: [...pullRequests], entries, end };
  repository.mergeGroups.push(group);
  for (const each of pullRequests) record(world, each, { kind: "AddedToMergeQueueEvent", actor: by });
  push(world, repository, { branch: headRef, commit: commitOf(world.state, headSha), by: given.by });
  tell(world, repository, { action: "checks_requested", group, by: given.by });
  return group;
}

function stack(world: World, on: string, given: { pullRequests: readonly PullRequest[]; by: Account }) {
  let baseSha = on;
  return given.pullRequests.map((pullRequest) => {
    const files = Object.fromEntries(changesOf(world, pullRequest));
    const message = `Merge pull request #${pullRequest.number}`;
    const { oid } = writeCommit(world, [baseSha, pullRequest.head.oid], { files, by: given.by, message });
    const entry = { pullRequest, baseSha, headSha: oid };
    baseSha = oid;
    return entry;
  });
}

export type GroupEnd = { group: MergeGroup; reason: "merged" | "invalidated" | "dequeued"; by: Account };

export function endGroup(world: World, repository: Repository, end: GroupEnd): void {
  const { group, reason, by } = end;
  repository.mergeGroups = repository.mergeGroups.filter((each) => each !== group);
  repository.branches.delete(group.headRef);
  if (reason === "merged") {
    for (const each of group.pullRequests) mergePullRequest(world, each, { by, method: "merge" });
  } else recordRemoval(world, end);
  tell(world, repository, { action: "destroyed", group, by, extra: { reason } });
}

function recordRemoval(world: World, { group, reason, by }: GroupEnd): void {
  for (const { pullRequest, headSha } of group.entries) {
    const before = headSha ?? group.headSha;
    record(world, pullRequest, { kind: "RemovedFromMergeQueueEvent", actor: by, reason, before });
  }
}

/** What GitHub does by itself when the one check of a group has its answer. */
export function endByCheck(world: World, { suite, conclusion }: CheckRun): void {
  const { repository, headSha } = suite;
  const group = repository.mergeGroups.find((each) => each.headSha === headSha && each.end === "by-check");
  if (group === undefined || conclusion === null) return;
  const passes = ["success", "neutral", "skipped"].includes(conclusion);
  const by = group.pullRequests[0]?.author ?? repository.owner;
  endGroup(world, repository, { group, reason: passes ? "merged" : "dequeued", by });
}

type GroupEvent = { action: string; group: MergeGroup; by: Account; extra?: JsonObject };

function tell(world: World, repository: Repository, happened: GroupEvent): void {
  const { group } = happened;
  emit(world, {
    event: "merge_group",
    action: happened.action,
    repository,
    sender: happened.by,
    payload: () => ({
      ...happened.extra,
      merge_group: {
        head_sha: group.headSha,
        head_ref: `refs/heads/${group.headRef}`,
        base_sha: group.baseSha,
        base_ref: `refs/heads/${group.baseRef}`,
        head_commit: presentSimpleCommit(commitOf(world.state, group.headSha)),
      },
    }),
  });
}

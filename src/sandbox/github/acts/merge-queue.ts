import type { JsonObject } from "../json.ts";
import { presentSimpleCommit } from "../present/commit.ts";
import { commitOf } from "../state/commits.ts";
import type { Account, MergeGroup, PullRequest, Repository } from "../state/model.ts";
import { emit, type World } from "../world.ts";
import { push, writeCommit } from "./commits.ts";
import { changesOf, mergePullRequest } from "./pull-requests.ts";

/** What GitHub does when pull requests reach the head of the queue: one commit that holds them all, to be checked. */
export function requestGroup(
  world: World,
  repository: Repository,
  given: { pullRequests: readonly PullRequest[]; by: Account },
): MergeGroup {
  const last = given.pullRequests.at(-1);
  if (last === undefined) throw new Error("A merge group holds at least one pull request");
  const baseRef = last.base.ref;
  const baseSha = repository.branches.get(baseRef) ?? last.base.oid;
  const files = Object.fromEntries(given.pullRequests.flatMap((each) => changesOf(world, each)));
  const message = given.pullRequests.map((each) => `Merge pull request #${each.number}`).join("\n");
  const commit = writeCommit(world, [baseSha], { files, by: given.by, message });
  const headRef = `gh-readonly-queue/${baseRef}/pr-${last.number}-${baseSha}`;
  const group: MergeGroup = { headSha: commit.oid, headRef, baseSha, baseRef, pullRequests: [...given.pullRequests] };
  repository.mergeGroups.push(group);
  push(world, repository, { branch: headRef, commit, by: given.by });
  tell(world, repository, { action: "checks_requested", group, by: given.by });
  return group;
}

export type GroupEnd = { group: MergeGroup; reason: "merged" | "invalidated" | "dequeued"; by: Account };

export function endGroup(world: World, repository: Repository, end: GroupEnd): void {
  const { group, reason, by } = end;
  repository.mergeGroups = repository.mergeGroups.filter((each) => each !== group);
  repository.branches.delete(group.headRef);
  if (reason === "merged") {
    for (const each of group.pullRequests) mergePullRequest(world, each, { by, method: "merge" });
  }
  tell(world, repository, { action: "destroyed", group, by, extra: { reason } });
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

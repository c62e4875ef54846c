import { presentCheckSuite } from "../present/check.ts";
import { gitUser, presentPushedCommit } from "../present/commit.ts";
import { restLogin } from "../present/account.ts";
import { presentPullRequest } from "../present/pull-request.ts";
import { commitOf } from "../state/commits.ts";
import type { Account, Commit, PullRequest, Repository } from "../state/model.ts";
import { fullName, nextOid } from "../state/state.ts";
import { emit, timestamp, type World } from "../world.ts";
import { ensureSuite } from "./checks.ts";
import { record } from "./timeline.ts";

/** Path -> new text; null removes the file. */
export type FileChanges = Readonly<Record<string, string | null>>;
export type Committing = { branch: string; files: FileChanges; by: Account; message?: string };

const nothing = "0".repeat(40);

export function writeCommit(world: World, parents: readonly string[], given: Omit<Committing, "branch">): Commit {
  const parent = parents[0];
  const files = new Map(parent === undefined ? [] : commitOf(world.state, parent).files);
  for (const [path, text] of Object.entries(given.files)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  const commit: Commit = {
    kind: "Commit",
    oid: nextOid(world.state),
    parents,
    files,
    message: given.message ?? `Change ${Object.keys(given.files).join(", ") || "nothing"}`,
    author: given.by,
    committedDate: timestamp(world),
  };
  world.state.commits.set(commit.oid, commit);
  return commit;
}

/** Commits onto a branch, which starts at the default branch when it is new, and pushes. */
export function commitFiles(world: World, repository: Repository, given: Committing): Commit {
  const parent = repository.branches.get(given.branch) ?? repository.branches.get(repository.defaultBranch);
  const commit = writeCommit(world, parent === undefined ? [] : [parent], given);
  push(world, repository, { branch: given.branch, commit, by: given.by });
  return commit;
}

type Pushing = { branch: string; commit: Commit; by: Account; commits?: readonly Commit[] };

export function push(world: World, repository: Repository, pushing: Pushing): void {
  const before = repository.branches.get(pushing.branch);
  repository.branches.set(pushing.branch, pushing.commit.oid);
  repository.pushedAt = timestamp(world);
  emitPush(world, repository, { ...pushing, before: before ?? nothing });
  requestSuite(world, repository, pushing);
  for (const item of openPullRequestsFrom(world, repository, pushing.branch)) {
    synchronize(world, item, { after: pushing.commit.oid, by: pushing.by });
  }
}

function openPullRequestsFrom(world: World, repository: Repository, branch: string): PullRequest[] {
  return world.state.repositories
    .flatMap((each) => [...each.items.values()])
    .filter((each) => each.kind === "PullRequest")
    .filter((each) => each.state === "open" && each.head.repository === repository && each.head.ref === branch);
}

function synchronize(world: World, item: PullRequest, change: { after: string; by: Account }): void {
  const before = item.head.oid;
  item.head.oid = change.after;
  item.base.oid = item.repository.branches.get(item.base.ref) ?? item.base.oid;
  if (!commitOf(world.state, change.after).parents.includes(before)) {
    record(world, item, { kind: "HeadRefForcePushedEvent", actor: change.by, before, after: change.after });
  }
  item.updatedAt = timestamp(world);
  emit(world, {
    event: "pull_request",
    action: "synchronize",
    repository: item.repository,
    sender: change.by,
    payload: () => ({
      number: item.number,
      before,
      after: change.after,
      pull_request: presentPullRequest(world.site, world.state, item),
    }),
  });
}

function emitPush(world: World, repository: Repository, pushing: Pushing & { before: string }): void {
  const { commit, by, before, commits = [commit] } = pushing;
  const presented = (each: Commit) => presentPushedCommit(world.site, { state: world.state, repository, commit: each });
  emit(world, {
    event: "push",
    repository,
    sender: by,
    payload: () => ({
      ref: `refs/heads/${pushing.branch}`,
      before,
      after: commit.oid,
      base_ref: null,
      created: before === nothing,
      deleted: false,
      forced: before !== nothing && !commit.parents.includes(before) && commits.length === 1,
      compare: `${world.site.html}/${fullName(repository)}/compare/${before.slice(0, 12)}...${commit.oid.slice(0, 12)}`,
      commits: commits.map(presented),
      head_commit: presented(commit),
      pusher: { ...gitUser(by), name: restLogin(by) },
    }),
  });
}

/** For every push GitHub makes each app with `checks: write` a suite. It does not look into forks. */
function requestSuite(world: World, repository: Repository, pushing: Pushing): void {
  const { app } = world.state;
  const suite = ensureSuite(world, repository, { sha: pushing.commit.oid, branch: pushing.branch, app });
  if (suite.runs.length > 0) return;
  emit(world, {
    event: "check_suite",
    action: "requested",
    repository,
    sender: pushing.by,
    payload: () => ({ check_suite: presentCheckSuite(world.site, world.state, suite) }),
  });
}

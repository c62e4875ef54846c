import { commitFiles, type FileChanges, push, writeCommit } from "../acts/commits.ts";
import {
  closePullRequest,
  convertToDraft,
  editPullRequest,
  mergePullRequest,
  openPullRequest,
  readyForReview,
  reopenPullRequest,
  submitReview,
} from "../acts/pull-requests.ts";
import { createComment } from "../acts/comments.ts";
import { endGroup, type GroupEnd, requestGroup } from "../acts/merge-queue.ts";
import { createRepository } from "../acts/repositories.ts";
import type { Account, Commit, MergeGroup, PullRequest, Repository, Review } from "../state/model.ts";
import { findRepository } from "../state/state.ts";
import type { World } from "../world.ts";
import {
  issueOf,
  type IssueLike,
  person,
  type PullRequestLike,
  pullRequestOf,
  repositoryOf,
  type RepositoryLike,
} from "./cast.ts";
import { revert } from "./reverts.ts";

export type NewPullRequest = {
  repository: RepositoryLike;
  author: string;
  title: string;
  body?: string | null;
  /** A branch; it is made, with `files`, if it is not there yet. */
  head?: string;
  base?: string;
  draft?: boolean;
  labels?: readonly string[];
  files?: FileChanges;
  message?: string;
  /** From a fork: the author's own, unless another owner's is named. */
  fork?: "author" | { owner: string };
};
type On = { pullRequest: PullRequestLike; by: string };

export function pullRequestActs(world: World) {
  const on = (given: On): [PullRequest, Account] => [pullRequestOf(world, given.pullRequest), person(world, given.by)];
  return {
    openPullRequest: (given: NewPullRequest): PullRequest => open(world, given),
    editPullRequest: (given: On & { title?: string; body?: string | null; base?: string }): void => {
      const { pullRequest: _, by, ...edit } = given;
      editPullRequest(world, pullRequestOf(world, given.pullRequest), { ...edit, by: person(world, by) });
    },
    pushToPullRequest: (given: On & { files?: FileChanges; message?: string; force?: "force" }): Commit =>
      pushTo(world, given),
    convertToDraft: (given: On): void => convertToDraft(world, ...on(given)),
    readyForReview: (given: On): void => readyForReview(world, ...on(given)),
    /** With GitHub's button "Close with comment", where there is one. */
    closePullRequest: (given: On & { comment?: string }): void => {
      const [item, by] = on(given);
      if (given.comment !== undefined) createComment(world, item, { body: given.comment, by });
      closePullRequest(world, item, by);
    },
    reopenPullRequest: (given: On): void => reopenPullRequest(world, ...on(given)),
    mergePullRequest: (given: On & { method?: "merge" | "squash"; message?: string }): void => {
      const { method = "merge", message } = given;
      const merging = { method, by: person(world, given.by), ...(message === undefined ? {} : { message }) };
      mergePullRequest(world, pullRequestOf(world, given.pullRequest), merging);
    },
    /** The new pull request; to be merged by somebody. */
    revertPullRequest: (given: On): PullRequest => revert(world, ...on(given)),
    submitReview: (given: On & { state: Review["state"]; body?: string }): Review => {
      const [item, by] = on(given);
      return submitReview(world, item, { state: given.state, body: given.body ?? null, by });
    },
    /** It ends by another act, unless by its check is asked for. */
    requestMergeGroup: (given: {
      pullRequests: readonly PullRequestLike[];
      by: string;
      end?: MergeGroup["end"];
    }): MergeGroup => {
      const pullRequests = given.pullRequests.map((each) => pullRequestOf(world, each));
      const [first] = pullRequests;
      if (first === undefined) throw new Error("A merge group holds at least one pull request");
      return requestGroup(world, first.repository, { ...given, pullRequests, by: person(world, given.by) });
    },
    endMergeGroup: (given: { group: MergeGroup; reason: GroupEnd["reason"]; by: string }): void => {
      const [first] = given.group.pullRequests;
      if (first !== undefined) endGroup(world, first.repository, { ...given, by: person(world, given.by) });
    },
    /** The Development sidebar: GitHub tells no app of it. */
    linkInSidebar: (given: { pullRequest: PullRequestLike; issue: IssueLike }): void =>
      void pullRequestOf(world, given.pullRequest).developmentLinks.push(issueOf(world, given.issue)),
    unlinkInSidebar: (given: { pullRequest: PullRequestLike; issue: IssueLike }): void => {
      const item = pullRequestOf(world, given.pullRequest);
      const issue = issueOf(world, given.issue);
      item.developmentLinks = item.developmentLinks.filter((each) => each !== issue);
    },
  };
}

function open(world: World, given: NewPullRequest): PullRequest {
  const repository = repositoryOf(world, given.repository);
  const by = person(world, given.author);
  const { title, body, draft = false, labels = [], base = repository.defaultBranch } = given;
  const source = headRepository(world, repository, { fork: given.fork, by });
  const ref = given.head ?? `change-${repository.lastNumber + 1}`;
  const isNew = !source.branches.has(ref);
  if (isNew) {
    const from = repository.branches.get(base);
    if (from === undefined) throw new Error(`${repository.name} has no branch ${base}`);
    source.branches.set(ref, from);
  }
  if (isNew || given.files !== undefined) {
    const files = given.files ?? { [`${ref}.txt`]: `${title}\n` };
    commitFiles(world, source, { branch: ref, files, by, message: given.message ?? title });
  }
  const head = { repository: source, ref };
  return openPullRequest(world, repository, { title, body: body ?? null, draft, labels, by, base, head });
}

function headRepository(
  world: World,
  repository: Repository,
  given: { fork: NewPullRequest["fork"]; by: Account },
): Repository {
  const { fork, by } = given;
  if (fork === undefined) return repository;
  const owner = fork === "author" ? by : person(world, fork.owner);
  const existing = world.state.repositories.find(
    (each) => each.owner === owner && each.parent === repository && !each.deleted,
  );
  const { visibility, defaultBranch } = repository;
  const name = freeName(world, owner, repository.name);
  return (
    existing ??
    createRepository(world, { owner, by: owner, name, visibility, defaultBranch, parent: repository, files: {} })
  );
}

/** GitHub numbers a fork whose name its owner has given already: "shop-1". */
function freeName(world: World, owner: Account, name: string): string {
  const isTaken = (tried: string) => findRepository(world.state, `${owner.login}/${tried}`) !== undefined;
  let tried = name;
  for (let count = 1; isTaken(tried); count += 1) tried = `${name}-${count}`;
  return tried;
}

function pushTo(world: World, given: On & { files?: FileChanges; message?: string; force?: "force" }): Commit {
  const item = pullRequestOf(world, given.pullRequest);
  const by = person(world, given.by);
  const source = item.head.repository;
  if (source === null || source.deleted) throw new Error("The fork of this pull request was deleted");
  const files = given.files ?? { [`${item.head.ref}.txt`]: `pushed after ${item.head.oid}\n` };
  const message = given.message ?? "Go on";
  if (given.force === undefined) return commitFiles(world, source, { branch: item.head.ref, files, by, message });
  const commit = writeCommit(world, [item.base.oid], { files, by, message });
  push(world, source, { branch: item.head.ref, commit, by });
  return commit;
}

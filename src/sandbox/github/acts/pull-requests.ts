import type { JsonObject } from "../json.ts";
import { presentAccount } from "../present/account.ts";
import { htmlUrl } from "../present/issue.ts";
import { presentPullRequest, repositoryPullUrl } from "../present/pull-request.ts";
import { commitOf, commitsOf, mergeBaseOf } from "../state/commits.ts";
import type { Account, PullRequest, Repository, Review } from "../state/model.ts";
import { closingIssuesOf } from "../state/references.ts";
import { identify, remember } from "../state/state.ts";
import { emit, timestamp, type World } from "../world.ts";
import { push, writeCommit } from "./commits.ts";
import { closeIssue, discussionIn, type Edit, editItem } from "./issues.ts";
import { addLabels, emitOnItem } from "./labels.ts";
import { crossReference, record } from "./timeline.ts";

export type PullRequestInput = {
  title: string;
  body?: string | null;
  by: Account;
  base: string;
  head: { repository: Repository; ref: string };
  draft?: boolean;
  labels?: readonly string[];
};

export function openPullRequest(world: World, repository: Repository, input: PullRequestInput): PullRequest {
  const { head, base } = input;
  const item: PullRequest = {
    kind: "PullRequest",
    ...discussionIn(world, repository, { prefix: "PR", ...input }),
    state: "open",
    draft: input.draft ?? false,
    base: { ref: base, oid: tip(repository, base) },
    head: {
      repository: head.repository,
      owner: head.repository.owner,
      ref: head.ref,
      oid: tip(head.repository, head.ref),
    },
    mergedAt: null,
    mergedBy: null,
    mergeCommitOid: null,
    developmentLinks: [],
    reviews: [],
  };
  repository.items.set(item.number, remember(world.state, item));
  crossReference(world, item, { body: item.body ?? "", by: input.by });
  emitOnItem(world, item, { action: "opened", by: input.by });
  addLabels(world, item, { names: input.labels ?? [], by: input.by });
  return item;
}

function tip(repository: Repository, branch: string): string {
  const oid = repository.branches.get(branch);
  if (oid === undefined) throw new Error(`${repository.name} has no branch ${branch}`);
  return oid;
}

export function editPullRequest(world: World, item: PullRequest, edit: Edit & { base?: string }): void {
  const changes: Record<string, JsonObject> = editItem(world, item, edit);
  if (edit.base !== undefined && edit.base !== item.base.ref) {
    changes["base"] = { ref: { from: item.base.ref }, sha: { from: item.base.oid } };
    record(world, item, {
      kind: "BaseRefChangedEvent",
      actor: edit.by,
      previousRefName: item.base.ref,
      currentRefName: edit.base,
    });
    item.base = { ref: edit.base, oid: tip(item.repository, edit.base) };
  }
  if (Object.keys(changes).length > 0) emitOnItem(world, item, { action: "edited", by: edit.by, extra: { changes } });
}

export function convertToDraft(world: World, item: PullRequest, by: Account): void {
  item.draft = true;
  record(world, item, { kind: "ConvertToDraftEvent", actor: by });
  emitOnItem(world, item, { action: "converted_to_draft", by });
}

export function readyForReview(world: World, item: PullRequest, by: Account): void {
  item.draft = false;
  record(world, item, { kind: "ReadyForReviewEvent", actor: by });
  emitOnItem(world, item, { action: "ready_for_review", by });
}

export function closePullRequest(world: World, item: PullRequest, by: Account): void {
  item.state = "closed";
  item.closedAt = timestamp(world);
  item.closedBy = by;
  record(world, item, { kind: "ClosedEvent", actor: by, closer: null, stateReason: null });
  emitOnItem(world, item, { action: "closed", by });
}

export function reopenPullRequest(world: World, item: PullRequest, by: Account): void {
  item.state = "open";
  item.closedAt = null;
  item.closedBy = null;
  record(world, item, { kind: "ReopenedEvent", actor: by });
  emitOnItem(world, item, { action: "reopened", by });
}

export type Merging = { by: Account; method: "merge" | "squash"; message?: string };

/** Merges, pushes the base, and closes what the merge closes. */
export function mergePullRequest(world: World, item: PullRequest, merging: Merging): void {
  const { by } = merging;
  const base = tip(item.repository, item.base.ref);
  const files = Object.fromEntries(changesOf(world, item));
  const message = merging.message ?? `${item.title} (#${item.number})`;
  const own = commitsOf(world.state, item);
  const parents = merging.method === "merge" ? [base, item.head.oid] : [base];
  const commit = writeCommit(world, parents, { files, by, message });
  const at = timestamp(world);
  Object.assign(item, {
    state: "closed",
    mergedAt: at,
    closedAt: at,
    mergedBy: by,
    closedBy: by,
    mergeCommitOid: commit.oid,
  });
  record(world, item, { kind: "MergedEvent", actor: by, commitOid: commit.oid, mergeRefName: item.base.ref });
  record(world, item, { kind: "ClosedEvent", actor: by, closer: null, stateReason: null });
  const commits = merging.method === "merge" ? [...own, commit] : [commit];
  push(world, item.repository, { branch: item.base.ref, commit, by, commits });
  emitOnItem(world, item, { action: "closed", by });
  for (const issue of closingIssuesOf(world.state, item))
    closeIssue(world, issue, { reason: "completed", by, closer: item });
}

/**
 * What the pull request changes, as a commit takes it. Since where it branched off: against its base as that is now, it
 * would take back what was committed there meanwhile.
 */
export function changesOf(world: World, item: PullRequest): [string, string | null][] {
  const head = commitOf(world.state, item.head.oid).files;
  const base = mergeBaseOf(world.state, item.base.oid, item.head.oid)?.files ?? new Map<string, string>();
  const paths = new Set([...head.keys(), ...base.keys()]);
  return [...paths].filter((path) => head.get(path) !== base.get(path)).map((path) => [path, head.get(path) ?? null]);
}

export function submitReview(
  world: World,
  item: PullRequest,
  given: Pick<Review, "state" | "body"> & { by: Account },
): Review {
  const review: Review = {
    kind: "PullRequestReview",
    ...identify(world.state, "PRR"),
    author: given.by,
    state: given.state,
    body: given.body,
    commitOid: item.head.oid,
    submittedAt: timestamp(world),
  };
  item.reviews.push(review);
  const html = `${htmlUrl(world.site, item)}#pullrequestreview-${review.id}`;
  const presented = {
    id: review.id,
    node_id: review.nodeId,
    user: presentAccount(world.site, given.by),
    body: review.body,
    commit_id: review.commitOid,
    submitted_at: review.submittedAt,
    updated_at: review.submittedAt,
    state: review.state,
    html_url: html,
    pull_request_url: repositoryPullUrl(world.site, item),
    author_association: "NONE",
    _links: { html: { href: html }, pull_request: { href: repositoryPullUrl(world.site, item) } },
  };
  emit(world, {
    event: "pull_request_review",
    action: "submitted",
    repository: item.repository,
    sender: given.by,
    payload: () => ({ review: presented, pull_request: presentPullRequest(world.site, world.state, item) }),
  });
  return review;
}

import { presentIssue, presentIssueType } from "../present/issue.ts";
import { presentRepository } from "../present/repository.ts";
import type { Account, Issue, PullRequest, Repository, StateReason } from "../state/model.ts";
import { identify, remember } from "../state/state.ts";
import { emit, presenting, timestamp, type World } from "../world.ts";
import { addLabels, emitOnItem, findLabel } from "./labels.ts";
import { unpinIssue } from "./pins.ts";
import { crossReference, record } from "./timeline.ts";

export type IssueInput = {
  title: string;
  body?: string | null;
  labels?: readonly string[];
  type?: string | null;
  by: Account;
};

/** What an issue and a pull request have in common on their first day. */
export function discussionIn(
  world: World,
  repository: Repository,
  given: { prefix: string; title: string; body?: string | null; by: Account },
) {
  const at = timestamp(world);
  repository.lastNumber += 1;
  const { title, body = null, by } = given;
  return {
    ...identify(world.state, given.prefix),
    number: repository.lastNumber,
    repository,
    title,
    body,
    author: by,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    closedBy: null,
    lastEditedAt: null,
    editor: null,
    labels: [],
    comments: [],
    timeline: [],
    reactions: [],
    locked: false,
    viaApp: by === world.state.app.bot,
  };
}

export function openIssue(world: World, repository: Repository, input: IssueInput): Issue {
  const issue: Issue = {
    kind: "Issue",
    ...discussionIn(world, repository, { prefix: "I", ...input }),
    state: "open",
    stateReason: null,
    issueType: input.type ?? null,
    parent: null,
    subIssues: [],
  };
  repository.items.set(issue.number, remember(world.state, issue));
  crossReference(world, issue, { body: issue.body ?? "", by: input.by });
  // Labels given at birth are in the payload of `opened` already, and are followed by their own events.
  issue.labels = (input.labels ?? []).map((name) => findLabel(repository, name)).filter((each) => each !== undefined);
  emitOnItem(world, issue, { action: "opened", by: input.by });
  issue.labels = [];
  addLabels(world, issue, { names: input.labels ?? [], by: input.by });
  return issue;
}

export type Edit = { title?: string; body?: string | null; by: Account };

export function editItem(world: World, item: Issue | PullRequest, edit: Edit): Record<string, { from: string }> {
  const changes: Record<string, { from: string }> = {};
  const at = timestamp(world);
  if (edit.title !== undefined && edit.title !== item.title) {
    changes["title"] = { from: item.title };
    record(world, item, {
      kind: "RenamedTitleEvent",
      actor: edit.by,
      previousTitle: item.title,
      currentTitle: edit.title,
    });
    item.title = edit.title;
  }
  if (edit.body !== undefined && edit.body !== item.body) {
    changes["body"] = { from: item.body ?? "" };
    item.body = edit.body;
    item.lastEditedAt = at;
    item.editor = edit.by;
    crossReference(world, item, { body: edit.body ?? "", by: edit.by });
  }
  item.updatedAt = at;
  return changes;
}

export function editIssue(world: World, issue: Issue, edit: Edit): void {
  const changes = editItem(world, issue, edit);
  if (Object.keys(changes).length > 0) emitOnItem(world, issue, { action: "edited", by: edit.by, extra: { changes } });
}

export function closeIssue(
  world: World,
  issue: Issue,
  given: { reason: StateReason; by: Account; closer?: PullRequest },
): void {
  if (issue.state === "closed") return;
  const { reason, by, closer = null } = given;
  issue.state = "closed";
  issue.stateReason = reason;
  issue.closedAt = timestamp(world);
  issue.closedBy = by;
  record(world, issue, { kind: "ClosedEvent", actor: by, closer, stateReason: reason });
  emitOnItem(world, issue, { action: "closed", by });
}

export function reopenIssue(world: World, issue: Issue, by: Account): void {
  if (issue.state === "open") return;
  issue.state = "open";
  issue.stateReason = "reopened";
  issue.closedAt = null;
  issue.closedBy = null;
  record(world, issue, { kind: "ReopenedEvent", actor: by });
  emitOnItem(world, issue, { action: "reopened", by });
}

export function setLocked(
  world: World,
  item: Issue | PullRequest,
  { locked, by }: { readonly locked: boolean; readonly by: Account },
): void {
  item.locked = locked;
  item.updatedAt = timestamp(world);
  emitOnItem(world, item, { action: locked ? "locked" : "unlocked", by });
}

export function deleteIssue(world: World, issue: Issue, by: Account): void {
  leave(world, issue);
  issue.repository.gone.set(issue.number, { kind: "deleted" });
  emitOnItem(world, issue, { action: "deleted", by });
}

function leave(world: World, issue: Issue): void {
  issue.repository.items.delete(issue.number);
  world.state.nodes.delete(issue.nodeId);
  unpinIssue(world, issue);
  setParentQuietly(issue, null);
  for (const child of issue.subIssues) child.parent = null;
}

/** The issue gets a new number, id and node id in its new place; the old URL redirects there. */
export function transferIssue(world: World, issue: Issue, given: { to: Repository; by: Account }): Issue {
  const { to, by } = given;
  const old = presentIssue(presenting(world), issue);
  const from = issue.repository;
  to.lastNumber += 1;
  const labels = issue.labels.map((each) => findLabel(to, each.name)).filter((each) => each !== undefined);
  const moved: Issue = { ...issue, ...identify(world.state, "I"), repository: to, number: to.lastNumber, labels };
  const { parent, subIssues } = issue;
  leave(world, issue);
  setParentQuietly(moved, parent);
  for (const child of subIssues) child.parent = moved;
  for (const comment of moved.comments) comment.on = moved;
  to.items.set(moved.number, remember(world.state, moved));
  from.gone.set(issue.number, { kind: "transferred", to: moved });
  const changes = {
    new_issue: presentIssue(presenting(world), moved),
    new_repository: presentRepository(world.site, to),
  };
  const base = { event: "issues", sender: by } as const;
  emit(world, { ...base, action: "transferred", repository: from, payload: () => ({ issue: old, changes }) });
  const before = { old_issue: old, old_repository: presentRepository(world.site, from) };
  emit(world, {
    ...base,
    action: "opened",
    repository: to,
    payload: () => ({ issue: changes.new_issue, changes: before }),
  });
  return moved;
}

function setParentQuietly(issue: Issue, parent: Issue | null): void {
  if (issue.parent !== null) issue.parent.subIssues = issue.parent.subIssues.filter((each) => each.id !== issue.id);
  issue.parent = parent;
  if (parent !== null) parent.subIssues.push(issue);
}

export function setParent(world: World, issue: Issue, given: { parent: Issue | null; by: Account }): void {
  const former = issue.parent;
  setParentQuietly(issue, given.parent);
  if (former !== null && former !== given.parent)
    emitParent(world, issue, { parent: former, verb: "removed", by: given.by });
  if (given.parent !== null) emitParent(world, issue, { parent: given.parent, verb: "added", by: given.by });
}

/** Told twice: where the child is, and where the parent is, each time with the other's repository. */
function emitParent(world: World, issue: Issue, change: { parent: Issue; verb: string; by: Account }): void {
  const { parent, verb, by } = change;
  const both = () => ({
    parent_issue_id: parent.id,
    parent_issue: presentIssue(presenting(world), parent),
    sub_issue_id: issue.id,
    sub_issue: presentIssue(presenting(world), issue),
  });
  const base = { event: "sub_issues", sender: by } as const;
  emit(world, {
    ...base,
    action: `parent_issue_${verb}`,
    repository: issue.repository,
    payload: () => ({ ...both(), parent_issue_repo: presentRepository(world.site, parent.repository) }),
  });
  emit(world, {
    ...base,
    action: `sub_issue_${verb}`,
    repository: parent.repository,
    payload: () => ({ ...both(), sub_issue_repo: presentRepository(world.site, issue.repository) }),
  });
}

export function setIssueType(world: World, issue: Issue, given: { type: string | null; by: Account }): void {
  const name = given.type ?? issue.issueType;
  issue.issueType = given.type;
  const type = name === null ? null : presentIssueType(name);
  emitOnItem(world, issue, { action: given.type === null ? "untyped" : "typed", by: given.by, extra: { type } });
}

import type { JsonObject } from "../json.ts";
import { associationOf } from "../state/association.ts";
import type { App, Issue, IssueComment, Label, PullRequest, Reaction, Repository } from "../state/model.ts";
import { fullName } from "../state/state.ts";
import { presentAccount } from "./account.ts";
import { presentApp } from "./app.ts";
import { repositoryUrl } from "./repository.ts";
import type { Site } from "./site.ts";

const reactionContents = ["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"] as const;

export type Presenting = { site: Site; app: App };

export function htmlUrl(site: Site, item: Issue | PullRequest): string {
  const folder = item.kind === "Issue" ? "issues" : "pull";
  return `${site.html}/${fullName(item.repository)}/${folder}/${item.number}`;
}

export function presentLabel(site: Site, label: Label, repository: Repository): JsonObject {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${repositoryUrl(site, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** `issue`: also how the issues API shows a pull request, which is told apart by its `pull_request` key alone. */
export function presentIssue({ site, app }: Presenting, item: Issue | PullRequest): JsonObject {
  const repository = repositoryUrl(site, item.repository);
  const url = `${repository}/issues/${item.number}`;
  return {
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: htmlUrl(site, item),
    id: item.id,
    node_id: item.nodeId,
    number: item.number,
    title: item.title,
    user: presentAccount(site, item.author),
    labels: item.labels.map((label) => presentLabel(site, label, item.repository)),
    state: item.state,
    locked: item.locked,
    active_lock_reason: null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: item.comments.length,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    closed_by: item.closedBy === null ? null : presentAccount(site, item.closedBy),
    author_association: associationOf(item.repository, item.author),
    body: item.body,
    reactions: presentReactionCounts(url, item.reactions),
    performed_via_github_app: item.viaApp ? presentApp(site, app) : null,
    ...(item.kind === "Issue" ? ofIssue(item) : ofPullRequest(site, item)),
  };
}

function ofIssue(issue: Issue): JsonObject {
  const done = issue.subIssues.filter((each) => each.state === "closed").length;
  const total = issue.subIssues.length;
  return {
    state_reason: issue.stateReason,
    type: issue.issueType === null ? null : presentIssueType(issue.issueType),
    sub_issues_summary: {
      total,
      completed: done,
      percent_completed: total === 0 ? 0 : Math.floor((100 * done) / total),
    },
  };
}

export function presentIssueType(name: string): JsonObject {
  const id = Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return { id, node_id: `IT_kw${id}`, name, description: null, color: "gray", is_enabled: true };
}

function ofPullRequest(site: Site, item: PullRequest): JsonObject {
  const html = htmlUrl(site, item);
  return {
    state_reason: null,
    draft: item.draft,
    pull_request: {
      url: `${repositoryUrl(site, item.repository)}/pulls/${item.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: item.mergedAt,
    },
  };
}

export function presentComment({ site, app }: Presenting, comment: IssueComment): JsonObject {
  const repository = repositoryUrl(site, comment.on.repository);
  const url = `${repository}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: commentUrl(site, comment),
    issue_url: `${repository}/issues/${comment.on.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: presentAccount(site, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(comment.on.repository, comment.author),
    body: comment.body,
    reactions: presentReactionCounts(url, comment.reactions),
    performed_via_github_app: comment.viaApp ? presentApp(site, app) : null,
  };
}

export function commentUrl(site: Site, comment: IssueComment): string {
  return `${htmlUrl(site, comment.on)}#issuecomment-${comment.id}`;
}

function presentReactionCounts(url: string, reactions: readonly Reaction[]): JsonObject {
  const counts = reactionContents.map((content) => [
    content,
    reactions.filter((each) => each.content === content).length,
  ]);
  return { url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) };
}

export function presentReaction(site: Site, reaction: Reaction): JsonObject {
  const { id, nodeId, content, user, createdAt } = reaction;
  return { id, node_id: nodeId, user: presentAccount(site, user), content, created_at: createdAt };
}

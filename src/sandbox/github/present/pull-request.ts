import type { JsonObject } from "../json.ts";
import { associationOf } from "../state/association.ts";
import { type ChangedFile, changedFilesOf, commitsOf } from "../state/commits.ts";
import type { Account, PullRequest, Repository } from "../state/model.ts";
import { fullName, type State } from "../state/state.ts";
import { presentAccount } from "./account.ts";
import { htmlUrl, presentLabel } from "./issue.ts";
import { presentRepository, repositoryUrl } from "./repository.ts";
import type { Site } from "./site.ts";

/** `pull-request-simple`, as lists give it. */
export function presentListedPullRequest(site: Site, item: PullRequest): JsonObject {
  return {
    ...linksOf(site, item),
    id: item.id,
    node_id: item.nodeId,
    number: item.number,
    state: item.state,
    locked: item.locked,
    active_lock_reason: null,
    title: item.title,
    user: presentAccount(site, item.author),
    body: item.body,
    labels: item.labels.map((label) => presentLabel(site, label, item.repository)),
    milestone: null,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    merged_at: item.mergedAt,
    merge_commit_sha: item.mergeCommitOid,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: presentEnd(site, { ...item.head, sha: item.head.oid }),
    base: presentEnd(site, {
      repository: item.repository,
      owner: item.repository.owner,
      ref: item.base.ref,
      sha: item.base.oid,
    }),
    author_association: associationOf(item.repository, item.author),
    auto_merge: null,
    draft: item.draft,
  };
}

/** `pull-request`: with the counts that only a single one carries. */
export function presentPullRequest(site: Site, state: State, item: PullRequest): JsonObject {
  const files = changedFilesOf(state, item);
  return {
    ...presentListedPullRequest(site, item),
    merged: item.mergedAt !== null,
    mergeable: item.state === "open" ? true : null,
    rebaseable: item.state === "open" ? true : null,
    mergeable_state: item.draft ? "draft" : "clean",
    merged_by: item.mergedBy === null ? null : presentAccount(site, item.mergedBy),
    comments: item.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commitsOf(state, item).length,
    additions: sum(files, "additions"),
    deletions: sum(files, "deletions"),
    changed_files: files.length,
  };
}

export function repositoryPullUrl(site: Site, item: PullRequest): string {
  return `${repositoryUrl(site, item.repository)}/pulls/${item.number}`;
}

export function sum(files: readonly ChangedFile[], field: "additions" | "deletions"): number {
  return files.reduce((total, each) => total + each[field], 0);
}

type End = { repository: Repository | null; owner: Account; ref: string; sha: string };

function presentEnd(site: Site, end: End): JsonObject {
  return {
    label: `${end.owner.login}:${end.ref}`,
    ref: end.ref,
    sha: end.sha,
    user: presentAccount(site, end.owner),
    repo: end.repository === null || end.repository.deleted ? null : presentRepository(site, end.repository),
  };
}

function linksOf(site: Site, item: PullRequest): JsonObject {
  const repository = repositoryUrl(site, item.repository);
  const html = htmlUrl(site, item);
  const url = `${repository}/pulls/${item.number}`;
  const issue = `${repository}/issues/${item.number}`;
  const urls = {
    commits: `${url}/commits`,
    review_comments: `${url}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    comments: `${issue}/comments`,
    statuses: `${repository}/statuses/${item.head.oid}`,
    issue,
  };
  const linked = Object.entries({ ...urls, self: url, html }).map(([name, href]) => [name, { href }]);
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    ...Object.fromEntries(Object.entries(urls).map(([name, href]) => [`${name}_url`, href])),
    _links: Object.fromEntries(linked),
  };
}

/** `pull-request-minimal`, as check runs and suites name the pull requests of their commit. */
export function presentMinimalPullRequest(site: Site, item: PullRequest): JsonObject {
  const repository = (each: Repository): JsonObject => ({
    id: each.id,
    url: repositoryUrl(site, each),
    name: each.name,
  });
  return {
    url: `${repositoryUrl(site, item.repository)}/pulls/${item.number}`,
    id: item.id,
    number: item.number,
    head: { ref: item.head.ref, sha: item.head.oid, repo: repository(item.head.repository ?? item.repository) },
    base: { ref: item.base.ref, sha: item.base.oid, repo: repository(item.repository) },
  };
}

type At = { repository: Repository; oid: string };

export function presentChangedFile(site: Site, { repository, oid }: At, file: ChangedFile): JsonObject {
  const html = `${site.html}/${fullName(repository)}`;
  return {
    sha: oid,
    filename: file.path,
    status: file.change,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${oid}/${encodeURI(file.path)}`,
    raw_url: `${html}/raw/${oid}/${encodeURI(file.path)}`,
    contents_url: `${repositoryUrl(site, repository)}/contents/${encodeURI(file.path)}?ref=${oid}`,
  };
}

import type { JsonObject } from "../json.ts";
import { commitOf, differences } from "../state/commits.ts";
import type { Account, Commit, Repository } from "../state/model.ts";
import { commitNodeId, fullName, type State } from "../state/state.ts";
import { presentAccount } from "./account.ts";
import { repositoryUrl } from "./repository.ts";
import type { Site } from "./site.ts";

/** `commit` of the commits API. */
export function presentCommit(site: Site, repository: Repository, commit: Commit): JsonObject {
  const url = `${repositoryUrl(site, repository)}/commits/${commit.oid}`;
  const html = `${site.html}/${fullName(repository)}/commit/`;
  const signature = { ...gitUser(commit.author), date: commit.committedDate };
  const git = `${repositoryUrl(site, repository)}/git`;
  return {
    sha: commit.oid,
    node_id: commitNodeId(commit),
    url,
    html_url: html + commit.oid,
    comments_url: `${url}/comments`,
    commit: {
      author: signature,
      committer: signature,
      message: commit.message,
      tree: { sha: commit.oid, url: `${git}/trees/${commit.oid}` },
      url: `${git}/commits/${commit.oid}`,
      comment_count: 0,
    },
    author: presentAccount(site, commit.author),
    committer: presentAccount(site, commit.author),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${repositoryUrl(site, repository)}/commits/${sha}`,
      html_url: html + sha,
    })),
  };
}

/** `simple-commit`, as check suites and merge groups carry it. */
export function presentSimpleCommit(commit: Commit): JsonObject {
  return {
    id: commit.oid,
    tree_id: commit.oid,
    message: commit.message,
    timestamp: commit.committedDate,
    author: gitUser(commit.author),
    committer: gitUser(commit.author),
  };
}

/** A commit in a push: with the paths that it touched. */
export function presentPushedCommit(
  site: Site,
  pushed: { state: State; repository: Repository; commit: Commit },
): JsonObject {
  const { state, repository, commit } = pushed;
  const parent = commit.parents[0];
  const before = parent === undefined ? new Map<string, string>() : commitOf(state, parent).files;
  const changes = differences(before, commit.files);
  const paths = (change: string): string[] => changes.filter((each) => each.change === change).map((each) => each.path);
  return {
    ...presentSimpleCommit(commit),
    distinct: true,
    url: `${site.html}/${fullName(repository)}/commit/${commit.oid}`,
    added: paths("added"),
    removed: paths("removed"),
    modified: paths("modified"),
  };
}

export function gitUser(account: Account): { name: string; email: string } {
  return { name: account.login, email: `${account.login}@users.noreply.github.com` };
}

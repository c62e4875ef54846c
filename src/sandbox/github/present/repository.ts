import type { JsonObject } from "../json.ts";
import type { Repository } from "../state/model.ts";
import { fullName } from "../state/state.ts";
import { presentAccount } from "./account.ts";
import type { Site } from "./site.ts";

/** The URL templates that GitHub puts into every repository: field -> what follows the repository's own URL. */
const templates = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
} as const;

export function repositoryUrl(site: Site, repository: Repository): string {
  return `${site.api}/repos/${fullName(repository)}`;
}

/** Every webhook of a pull request carries three repositories of forty URLs each, so they are put together once. */
const knownUrls = new WeakMap<Repository, { of: string; urls: JsonObject }>();

function urlsOf(repository: Repository, url: string): JsonObject {
  const known = knownUrls.get(repository);
  if (known?.of === url) return known.urls;
  const urls = Object.fromEntries(Object.entries(templates).map(([field, rest]) => [field, url + rest]));
  knownUrls.set(repository, { of: url, urls });
  return urls;
}

/** Full enough for `full-repository`, `repository`, `minimal-repository` and the webhooks' own form. */
export function presentRepository(site: Site, repository: Repository): JsonObject {
  const url = repositoryUrl(site, repository);
  const html = `${site.html}/${fullName(repository)}`;
  return {
    ...urlsOf(repository, url),
    ...identityOf(repository),
    url,
    html_url: html,
    owner: presentAccount(site, repository.owner),
    description: repository.description,
    fork: repository.parent !== null,
    git_url: `git://github.com/${fullName(repository)}.git`,
    ssh_url: `git@github.com:${fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    ...countsOf(repository),
    ...switchesOf(repository),
    default_branch: repository.defaultBranch,
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
  };
}

/** What GitHub says of a repository in the installation webhooks. */
export function identityOf(repository: Repository): JsonObject {
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName(repository),
    private: repository.visibility !== "public",
  };
}

function countsOf(repository: Repository): JsonObject {
  const open = [...repository.items.values()].filter((each) => each.state === "open").length;
  return {
    forks_count: 0,
    forks: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 1,
    open_issues_count: open,
    open_issues: open,
    subscribers_count: 0,
    network_count: 0,
  };
}

function switchesOf(repository: Repository): JsonObject {
  return {
    visibility: repository.visibility,
    archived: repository.archived,
    disabled: false,
    is_template: false,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    allow_forking: true,
    web_commit_signoff_required: false,
  };
}

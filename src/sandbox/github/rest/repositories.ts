import { commitAt } from "../acts/checks.ts";
import type { JsonObject } from "../json.ts";
import { presentAccount } from "../present/account.ts";
import { presentCommit } from "../present/commit.ts";
import { presentListedPullRequest } from "../present/pull-request.ts";
import { presentRepository, repositoryUrl } from "../present/repository.ts";
import { commitOf, commitsOf } from "../state/commits.ts";
import type { Role } from "../state/model.ts";
import { findAccount, fullName } from "../state/state.ts";
import { effectiveRole } from "../server/access.ts";
import { notFound, ok, type Operation, refuse, type RepositoryRequest, type RestAnswer } from "./operation.ts";
import { paged } from "./pagination.ts";

type ContentRequest = RepositoryRequest & { path: { path: string }; query: { ref?: string } };
type RefRequest = RepositoryRequest & { path: { ref: string } };

export const repositoryOperations: readonly Operation[] = [
  {
    id: "repos/get",
    for: "repository",
    needs: [["metadata", "read"]],
    run: ({ world, repository }) => ok(presentRepository(world.site, repository)),
  },
  { id: "repos/get-content", for: "repository", needs: [["contents", "read"]], run: getContent },
  { id: "repos/get-commit", for: "repository", needs: [["contents", "read"]], run: getCommit },
  {
    id: "repos/get-collaborator-permission-level",
    for: "repository",
    needs: [["metadata", "read"]],
    run: getPermission,
  },
  {
    id: "repos/list-pull-requests-associated-with-commit",
    for: "repository",
    needs: [["pull_requests", "read"]],
    run: listPullRequestsOfCommit,
  },
];

/** Above this GitHub's contents API gives no content: 1 MB. */
const largestContent = 1_000_000;

function getContent(request: ContentRequest): RestAnswer {
  const { world, repository, path, query } = request;
  const oid = commitAt(world, repository, query.ref ?? "HEAD");
  if (oid === undefined) throw refuse(404, `No commit found for the ref ${query.ref ?? "HEAD"}`);
  const { files } = commitOf(world.state, oid);
  const text = files.get(path.path);
  if (text !== undefined) return ok(presentFile(request, text));
  const folder = path.path === "" ? "" : `${path.path.replace(/\/$/, "")}/`;
  const inside = [...files.keys()].filter((each) => each.startsWith(folder));
  if (inside.length === 0) throw notFound();
  const names = [...new Set(inside.map((each) => each.slice(folder.length).split("/")[0] ?? each))];
  return ok(names.map((name) => entry(request, { path: folder + name, size: files.get(folder + name)?.length })));
}

function presentFile(request: ContentRequest, text: string): JsonObject {
  const size = Buffer.byteLength(text);
  const isLarge = size > largestContent;
  const content = isLarge ? "" : Buffer.from(text).toString("base64").replace(/.{60}/g, "$&\n");
  return { ...entry(request, { path: request.path.path, size }), encoding: isLarge ? "none" : "base64", content };
}

function entry(
  { world, repository, query }: ContentRequest,
  file: { path: string; size: number | undefined },
): JsonObject {
  const ref = query.ref ?? repository.defaultBranch;
  const url = `${repositoryUrl(world.site, repository)}/contents/${encodeURI(file.path)}?ref=${ref}`;
  const html = `${world.site.html}/${fullName(repository)}/blob/${ref}/${encodeURI(file.path)}`;
  const git = `${repositoryUrl(world.site, repository)}/git/blobs/${ref}`;
  return {
    type: file.size === undefined ? "dir" : "file",
    size: file.size ?? 0,
    name: file.path.split("/").at(-1) ?? file.path,
    path: file.path,
    sha: Buffer.from(file.path).toString("hex").padEnd(40, "0").slice(0, 40),
    url,
    git_url: git,
    html_url: html,
    download_url: file.size === undefined ? null : html,
    _links: { self: url, git, html },
  };
}

function getCommit({ world, repository, path }: RefRequest): RestAnswer {
  const oid = commitAt(world, repository, path.ref);
  if (oid === undefined) throw refuse(422, `No commit found for SHA: ${path.ref}`);
  return ok(presentCommit(world.site, repository, commitOf(world.state, oid)));
}

/** The coarse word beside the exact `role_name`: maintain is told as write, triage as read. */
const coarse: Readonly<Record<Role, string>> = {
  none: "none",
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin",
};

function getPermission({ world, repository, path }: RepositoryRequest & { path: { username: string } }): RestAnswer {
  const account = findAccount(world.state, path.username.replace(/\[bot\]$/, ""));
  if (account === undefined) throw refuse(404, `${path.username} is not a user`);
  const role = effectiveRole(repository, account);
  const user = { ...presentAccount(world.site, account), role_name: role };
  return ok({ permission: coarse[role], role_name: role, user });
}

/** Pull requests that hold the commit or were merged as it; forks' heads are found too, for they are open here. */
function listPullRequestsOfCommit(request: RepositoryRequest & { path: { commit_sha: string } }): RestAnswer {
  const { world, repository, path } = request;
  if (!world.state.commits.has(path.commit_sha)) throw refuse(422, `No commit found for SHA: ${path.commit_sha}`);
  const found = [...repository.items.values()]
    .filter((each) => each.kind === "PullRequest")
    .filter(
      (each) =>
        each.mergeCommitOid === path.commit_sha ||
        commitsOf(world.state, each).some(({ oid }) => oid === path.commit_sha),
    );
  return paged(request, found, (each) => presentListedPullRequest(world.site, each));
}

import { closePullRequest, editPullRequest, reopenPullRequest } from "../acts/pull-requests.ts";
import { presentCommit } from "../present/commit.ts";
import { presentChangedFile, presentListedPullRequest, presentPullRequest } from "../present/pull-request.ts";
import { changedFilesOf, commitsOf } from "../state/commits.ts";
import type { PullRequest } from "../state/model.ts";
import { notFound, ok, type Operation, type RepositoryRequest, type RestAnswer } from "./operation.ts";
import { paged } from "./pagination.ts";

type PullPath = RepositoryRequest & { path: { pull_number: number } };
type ListRequest = RepositoryRequest & {
  query: {
    state?: "open" | "closed" | "all";
    base?: string;
    head?: string;
    sort?: "created" | "updated" | "popularity" | "long-running";
    direction?: "asc" | "desc";
  };
};
type UpdateRequest = PullPath & { body: { title?: string; body?: string; base?: string; state?: "open" | "closed" } };

const needs = [["pull_requests", "read"]] as const;
/** GitHub lists no more of either: 3,000 files, 250 commits. */
const mostFiles = 3000;
const mostCommits = 250;

export const pullRequestOperations: readonly Operation[] = [
  { id: "pulls/list", for: "repository", needs, run: list },
  { id: "pulls/get", for: "repository", needs, run: (request: PullPath) => presented(request, found(request)) },
  { id: "pulls/list-files", for: "repository", needs, run: listFiles },
  { id: "pulls/list-commits", for: "repository", needs, run: listCommits },
  { id: "pulls/update", for: "repository", needs: [["pull_requests", "write"]], run: update },
];

function found({ repository, path }: PullPath): PullRequest {
  const item = repository.items.get(path.pull_number);
  if (item?.kind !== "PullRequest") throw notFound();
  return item;
}

function presented({ world }: RepositoryRequest, item: PullRequest): RestAnswer {
  return ok(presentPullRequest(world.site, world.state, item));
}

function list(request: ListRequest): RestAnswer {
  const {
    state = "open",
    base,
    head,
    sort = "created",
    direction = sort === "created" ? "desc" : "asc",
  } = request.query;
  const wanted = [...request.repository.items.values()]
    .filter((each) => each.kind === "PullRequest")
    .filter((each) => state === "all" || each.state === state)
    .filter((each) => base === undefined || each.base.ref === base)
    .filter((each) => head === undefined || `${each.head.owner.login}:${each.head.ref}` === head);
  const key = (each: PullRequest): string => (sort === "updated" ? each.updatedAt : each.createdAt);
  const sorted = wanted.toSorted((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
  return paged(request, direction === "asc" ? sorted : sorted.toReversed(), (each) =>
    presentListedPullRequest(request.world.site, each),
  );
}

function listFiles(request: PullPath): RestAnswer {
  const item = found(request);
  const files = changedFilesOf(request.world.state, item).slice(0, mostFiles);
  return paged(request, files, (each) =>
    presentChangedFile(request.world.site, { repository: item.repository, oid: item.head.oid }, each),
  );
}

function listCommits(request: PullPath): RestAnswer {
  const commits = commitsOf(request.world.state, found(request)).slice(0, mostCommits);
  return paged(request, commits, (each) => presentCommit(request.world.site, request.repository, each));
}

function update(request: UpdateRequest): RestAnswer {
  const { world, body } = request;
  const item = found(request);
  const by = world.state.app.bot;
  const { state, ...edit } = body;
  editPullRequest(world, item, { ...edit, by });
  if (state === "closed" && item.state === "open") closePullRequest(world, item, by);
  if (state === "open" && item.state === "closed") reopenPullRequest(world, item, by);
  return presented(request, item);
}

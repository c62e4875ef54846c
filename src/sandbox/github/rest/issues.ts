import { closeIssue, editIssue, openIssue, reopenIssue } from "../acts/issues.ts";
import { presentIssue } from "../present/issue.ts";
import { repositoryUrl } from "../present/repository.ts";
import type { Issue, PullRequest, StateReason } from "../state/model.ts";
import { canSee } from "../server/access.ts";
import { presenting } from "../world.ts";
import {
  notFound,
  ok,
  type Operation,
  refuse,
  type RepositoryRequest,
  type RestAnswer,
  RestRefusal,
} from "./operation.ts";
import { paged } from "./pagination.ts";

export type IssuePath = RepositoryRequest & { path: { issue_number: number } };
type ListRequest = RepositoryRequest & {
  query: {
    state?: "open" | "closed" | "all";
    labels?: string;
    creator?: string;
    since?: string;
    sort?: "created" | "updated" | "comments";
    direction?: "asc" | "desc";
  };
};
type LabelNames = readonly (string | { name?: string })[];
type CreateRequest = RepositoryRequest & { body: { title: string | number; body?: string; labels?: LabelNames } };
type UpdateRequest = IssuePath & {
  body: { title?: string; body?: string | null; state?: "open" | "closed"; state_reason?: StateReason | null };
};

/** For what issues and pull requests share, either permission will do. */
export const readsDiscussion = [
  ["issues", "read"],
  ["pull_requests", "read"],
] as const;
export const writesDiscussion = [
  ["issues", "write"],
  ["pull_requests", "write"],
] as const;
/** GitHub refuses longer bodies of issues and comments. */
const longestBody = 65_536;

export const issueOperations: readonly Operation[] = [
  { id: "issues/list-for-repo", for: "repository", needs: [["issues", "read"]], run: list },
  {
    id: "issues/get",
    for: "repository",
    needs: readsDiscussion,
    run: (request: IssuePath) => ok(presentIssue(presenting(request.world), discussed(request))),
  },
  { id: "issues/create", for: "repository", needs: [["issues", "write"]], run: create },
  { id: "issues/update", for: "repository", needs: writesDiscussion, run: update },
];

/** The issue or pull request; 301 for one that moved, 410 for one that was deleted, else 404. */
export function discussed(request: IssuePath): Issue | PullRequest {
  const { repository, path, caller, world, url } = request;
  const item = repository.items.get(path.issue_number);
  if (item !== undefined) return item;
  const gone = repository.gone.get(path.issue_number);
  if (gone?.kind === "deleted") throw refuse(410, "This issue was deleted");
  if (gone === undefined || !canSee(caller, gone.to.repository)) throw notFound();
  const rest = url.pathname.slice(
    url.pathname.indexOf(`/issues/${path.issue_number}`) + `/issues/${path.issue_number}`.length,
  );
  // GitHub redirects the issue alone, and nothing below it (measured in Systemorph/MeshWeaver#4629).
  if (rest !== "") throw notFound();
  const location = `${repositoryUrl(world.site, gone.to.repository)}/issues/${gone.to.number}${url.search}`;
  throw new RestRefusal({ status: 301, message: "Moved Permanently", headers: { Location: location } });
}

function list(request: ListRequest): RestAnswer {
  const { state = "open", labels, creator, since = "", sort = "created", direction = "desc" } = request.query;
  const names = labels === undefined || labels === "" ? [] : labels.toLowerCase().split(",");
  const wanted = [...request.repository.items.values()]
    .filter((each) => state === "all" || each.state === state)
    .filter((each) => names.every((name) => each.labels.some((label) => label.name.toLowerCase() === name)))
    .filter((each) => creator === undefined || each.author.login === creator.replace(/\[bot\]$/, ""))
    .filter((each) => each.updatedAt >= since);
  const sorted = wanted.toSorted((a, b) => sortKey(a, sort).localeCompare(sortKey(b, sort)) || a.number - b.number);
  return paged(request, direction === "asc" ? sorted : sorted.toReversed(), (each) =>
    presentIssue(presenting(request.world), each),
  );
}

function sortKey(item: Issue | PullRequest, sort: "created" | "updated" | "comments"): string {
  if (sort === "comments") return String(item.comments.length).padStart(9, "0");
  return sort === "created" ? item.createdAt : item.updatedAt;
}

function create({ world, repository, body }: CreateRequest): RestAnswer {
  const by = world.state.app.bot;
  refuseLongBody(body.body);
  const labels = (body.labels ?? []).map((each) => (typeof each === "string" ? each : (each.name ?? "")));
  const issue = openIssue(world, repository, { title: String(body.title), body: body.body ?? null, labels, by });
  return { status: 201, body: presentIssue(presenting(world), issue) };
}

function update(request: UpdateRequest): RestAnswer {
  const { world, body } = request;
  const item = discussed(request);
  if (item.kind === "PullRequest") throw new Error("The simulation updates pull requests through pulls/update only");
  const by = world.state.app.bot;
  refuseLongBody(body.body);
  const { title, body: text } = body;
  editIssue(world, item, {
    by,
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { body: text }),
  });
  if (body.state === "closed") closeIssue(world, item, { reason: body.state_reason ?? "completed", by });
  if (body.state === "open") reopenIssue(world, item, by);
  return ok(presentIssue(presenting(world), item));
}

export function refuseLongBody(body: string | null | undefined): void {
  if (Array.from(body ?? "").length <= longestBody) return;
  const errors = [
    {
      resource: "IssueComment",
      code: "unprocessable",
      field: "data",
      message: "Body is too long (maximum is 65536 characters)",
    },
  ];
  throw new RestRefusal({ status: 422, message: "Validation Failed", errors });
}

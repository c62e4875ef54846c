import { findLabel } from "../acts/labels.ts";
import type { Issue, Label, PullRequest, Repository } from "../state/model.ts";
import { fullName } from "../state/state.ts";
import type { RefSource } from "./commit-fields.ts";
import { connect, type Slice } from "./connection.ts";
import { demand, type Fields, graphqlError, type GraphqlContext, type Registry, upper } from "./field.ts";
import { objectAt } from "./git-object.ts";
import { mergeQueue } from "./merge-queue.ts";
import { issueTemplates, pullRequestTemplates } from "./templates.ts";

type Numbered = { number: number };
type Order = { field: "CREATED_AT" | "UPDATED_AT" | "COMMENTS"; direction: "ASC" | "DESC" };
type ItemFilter = Slice & {
  states?: readonly string[] | null;
  labels?: readonly string[] | null;
  orderBy?: Order | null;
};
type PullRequestFilter = ItemFilter & { baseRefName?: string | null; headRefName?: string | null };

const readsIssues = [["issues", "read"]] as const;
const readsPulls = [["pull_requests", "read"]] as const;
const readsEither = [...readsIssues, ...readsPulls] as const;

const repository: Fields<Repository> = {
  id: (source) => source.nodeId,
  databaseId: (source) => source.id,
  name: (source) => source.name,
  nameWithOwner: (source) => fullName(source),
  description: (source) => source.description,
  owner: (source) => source.owner,
  url: (source, _, { world }) => `${world.site.html}/${fullName(source)}`,
  isPrivate: (source) => source.visibility !== "public",
  visibility: (source) => upper(source.visibility),
  isArchived: (source) => source.archived,
  isFork: (source) => source.parent !== null,
  isDisabled: () => false,
  hasIssuesEnabled: () => true,
  createdAt: (source) => source.createdAt,
  pushedAt: (source) => source.pushedAt,
  parent: (source) => source.parent,
  defaultBranchRef: (source) => refNamed(source, source.defaultBranch),
  ref: (source, args: { qualifiedName: string }) => refNamed(source, args.qualifiedName.replace(/^refs\/heads\//, "")),
  object: (source, args: { expression?: string | null; oid?: string | null }, context) => {
    demand(context, source, [["contents", "read"]]);
    return objectAt(context, source, args.expression ?? args.oid ?? "");
  },
  pullRequestTemplates: (source, _, context) => pullRequestTemplates(context, source),
  issueTemplates: (source, _, context) => issueTemplates(context, source),
  label: (source, args: { name: string }) => findLabel(source, args.name) ?? null,
  labels: (source, args: Slice & { query?: string | null }) => connect(labelsMatching(source, args.query), args),
  issue: (source, args: Numbered, context) => item(context, { source, number: args.number, wanted: "Issue" }),
  pullRequest: (source, args: Numbered, context) =>
    item(context, { source, number: args.number, wanted: "PullRequest" }),
  issueOrPullRequest: (source, args: Numbered, context) =>
    item(context, { source, number: args.number, wanted: "either" }),
  issues: (source, args: ItemFilter, context) => {
    demand(context, source, readsIssues);
    return connect(filtered(itemsOf(source, "Issue"), args), args);
  },
  pullRequests: (source, args: PullRequestFilter, context) => {
    demand(context, source, readsPulls);
    const found = filtered(itemsOf(source, "PullRequest"), args);
    return connect(
      found.filter((each) => each.kind === "PullRequest" && isBetween(each, args)),
      args,
    );
  },
  /** Newest first, which is the order that GitHub gives unless another is asked for. */
  releases: (source, args: Slice, context) => {
    demand(context, source, [["contents", "read"]]);
    return connect(source.releases.toReversed(), args);
  },
  latestRelease: (source) => source.releases.findLast((each) => !each.isPrerelease) ?? null,
  mergeQueue: (source, args: { branch?: string | null }, context) => {
    demand(context, source, [["merge_queues", "read"]]);
    return mergeQueue(source, args.branch ?? source.defaultBranch);
  },
};

function refNamed(source: Repository, name: string): RefSource | null {
  return source.branches.has(name) ? { kind: "Ref", repository: source, name } : null;
}

/** Matches names and descriptions, as the search box of the labels' page does. */
function labelsMatching(source: Repository, query: string | null | undefined): Label[] {
  const word = (query ?? "").toLowerCase();
  return source.labels.filter((each) => `${each.name} ${each.description ?? ""}`.toLowerCase().includes(word));
}

type Wanted = { source: Repository; number: number; wanted: "Issue" | "PullRequest" | "either" };

const unresolved: Readonly<Record<Wanted["wanted"], string>> = {
  Issue: "an Issue",
  PullRequest: "a PullRequest",
  either: "an issue or pull request",
};

function item(context: GraphqlContext, { source, number, wanted }: Wanted): Issue | PullRequest {
  demand(context, source, { Issue: readsIssues, PullRequest: readsPulls, either: readsEither }[wanted]);
  const found = source.items.get(number);
  if (found === undefined || (wanted !== "either" && found.kind !== wanted)) {
    throw graphqlError("NOT_FOUND", `Could not resolve to ${unresolved[wanted]} with the number of ${number}.`);
  }
  return found;
}

function itemsOf(source: Repository, kind: "Issue" | "PullRequest"): (Issue | PullRequest)[] {
  return [...source.items.values()].filter((each) => each.kind === kind);
}

function filtered(items: readonly (Issue | PullRequest)[], args: ItemFilter): (Issue | PullRequest)[] {
  const { states, labels, orderBy } = args;
  const found = items
    .filter((each) => states === undefined || states === null || states.includes(stateWord(each)))
    .filter((each) => labels === undefined || labels === null || each.labels.some(({ name }) => labels.includes(name)));
  if (orderBy === undefined || orderBy === null) return found;
  const sorted = found.toSorted(
    (a, b) => orderKey(a, orderBy).localeCompare(orderKey(b, orderBy)) || a.number - b.number,
  );
  return orderBy.direction === "ASC" ? sorted : sorted.toReversed();
}

function stateWord(each: Issue | PullRequest): string {
  return each.kind === "PullRequest" && each.mergedAt !== null ? "MERGED" : upper(each.state);
}

function orderKey(each: Issue | PullRequest, { field }: Order): string {
  if (field === "COMMENTS") return String(each.comments.length).padStart(9, "0");
  return field === "CREATED_AT" ? each.createdAt : each.updatedAt;
}

function isBetween(each: PullRequest, { baseRefName, headRefName }: PullRequestFilter): boolean {
  if (typeof baseRefName === "string" && each.base.ref !== baseRefName) return false;
  return typeof headRefName !== "string" || each.head.ref === headRefName;
}

export const repositoryTypes: Registry = { Repository: repository };

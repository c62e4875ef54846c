import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { SweepReading } from "../sources/ports.ts";
import { checkRunName } from "./check-run-name.ts";
import { connection, date, pageInfo } from "./connection.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import { lightSuites, runOf } from "./light-check-runs.ts";
import { onlyBuilt } from "./only-built.ts";
import type { ReaderContext } from "./reader-context.ts";

const mergedSelection = `
pullRequests(states: MERGED, first: 100, after: $merged, orderBy: { field: UPDATED_AT, direction: DESC }) {
  nodes { number mergedAt updatedAt }
  pageInfo { hasNextPage endCursor }
}`;

const issuesSelection = `
issues(first: 100, after: $issues, orderBy: { field: UPDATED_AT, direction: DESC }) {
  nodes { number updatedAt }
  pageInfo { hasNextPage endCursor }
}`;

const queueSelection = `
mergeQueue {
  entries(first: 50) {
    nodes {
      pullRequest { number baseRefName }
      baseCommit { oid }
      headCommit {
        oid
        checkSuites(first: 2, filterBy: { appId: $appId }) {
          nodes { status checkRuns(first: 1, filterBy: { appId: $appId, checkName: "${checkRunName}", checkType: LATEST }) {
            nodes { databaseId status startedAt }
          } }
        }
      }
    }
  }
}`;

/** A part that was read to the end is asked for no more. */
function queryFor({ merged, issues, queue }: More): string {
  const parameters = [
    ...(merged === null ? [] : ["$merged: String"]),
    ...(issues === null ? [] : ["$issues: String"]),
    ...(queue === null ? [] : ["$appId: Int!"]),
  ];
  return `
query SweepChanged($owner: String!, $name: String!, ${parameters.join(", ")}) {
  repository(owner: $owner, name: $name, followRenames: true) {
    ${merged === null ? "" : mergedSelection}
    ${issues === null ? "" : issuesSelection}
    ${queue === null ? "" : queueSelection}
  }
}`;
}

const entry = z.object({
  pullRequest: z.object({ number: z.number(), baseRefName: z.string() }).nullish(),
  baseCommit: z.object({ oid: z.string() }).nullish(),
  headCommit: z.object({ oid: z.string(), checkSuites: lightSuites }).nullish(),
});

const merge = z.object({ number: z.number(), mergedAt: date.nullish(), updatedAt: date });
const issue = z.object({ number: z.number(), updatedAt: date });

function pageOf<Node extends z.ZodType>(node: Node) {
  return z.object({ nodes: z.array(node.nullable()).nullish(), pageInfo }).nullish();
}

const answer = z.object({
  repository: z
    .object({
      pullRequests: pageOf(merge),
      issues: pageOf(issue),
      mergeQueue: z.object({ entries: connection(entry) }).nullish(),
    })
    .nullable(),
});

type Found = NonNullable<z.output<typeof answer>["repository"]>;

/** How many pages of a hundred are read. What is older than that waits for somebody to touch it. */
const MOST_PAGES = 20;

/** Merges and issues, the newest first, back to `since`, and what waits in the default branch's merge queue. */
export async function listChangedSince(
  context: ReaderContext,
  repository: RepositoryName,
  since: Date,
): Promise<Omit<SweepReading, "open">> {
  const read: Read = { merged: [], issues: [], queued: [] };
  let more: More = { merged: "first", issues: "first", queue: "first" };
  for (let page = 0; page < MOST_PAGES && (more.merged !== null || more.issues !== null); page += 1) {
    const found = await readPage(context, repository, more);
    if (found === null) break;
    read.merged.push(...nodesOf(found.pullRequests));
    read.issues.push(...nodesOf(found.issues));
    read.queued.push(...(found.mergeQueue?.entries ?? []).flatMap(toQueued));
    more = { merged: nextOf(found.pullRequests, since), issues: nextOf(found.issues, since), queue: null };
  }
  return {
    merged: read.merged.flatMap(({ number, mergedAt }) =>
      mergedAt && mergedAt >= since ? [{ number, mergedAt }] : [],
    ),
    issues: read.issues.filter(({ updatedAt }) => updatedAt >= since),
    queued: await onlyBuilt(context.client, repository, read.queued),
  };
}

type Merge = z.output<typeof merge>;
type Issue = z.output<typeof issue>;

interface Read {
  readonly merged: Merge[];
  readonly issues: Issue[];
  readonly queued: SweepReading["queued"][number][];
}

/** Where to go on: null at the end. */
interface More {
  readonly merged: string | null;
  readonly issues: string | null;
  readonly queue: "first" | null;
}

async function readPage(
  { app, client }: ReaderContext,
  { owner, name }: RepositoryName,
  more: More,
): Promise<Found | null> {
  const { merged, issues, queue } = more;
  const variables = {
    owner,
    name,
    ...(merged !== null && { merged: cursorOf(merged) }),
    ...(issues !== null && { issues: cursorOf(issues) }),
    ...(queue !== null && { appId: app.id }),
  };
  const { data, errors } = await client.graphql(queryFor(more), variables);
  // That the queue may not be read is an answer.
  throwFailures(errors);
  return readAnswer(answer, data).repository;
}

function cursorOf(place: string | null): string | null {
  return place === "first" ? null : place;
}

function nodesOf<Node>(page: { readonly nodes?: readonly (Node | null)[] | null | undefined } | null | undefined) {
  return (page?.nodes ?? []).flatMap((one) => (one === null ? [] : [one]));
}

interface Page {
  readonly nodes?: readonly ({ readonly updatedAt: Date } | null)[] | null | undefined;
  readonly pageInfo: z.output<typeof pageInfo>;
}

function nextOf(page: Page | null | undefined, since: Date): string | null {
  const last = nodesOf(page).at(-1);
  if (!page?.pageInfo.hasNextPage || last === undefined || last.updatedAt < since) return null;
  return page.pageInfo.endCursor;
}

/** The branch that GitHub makes for a group is named for the pull request and the commit below it. */
function toQueued({ pullRequest, baseCommit, headCommit }: z.output<typeof entry>): SweepReading["queued"] {
  if (!pullRequest || !baseCommit || !headCommit) return [];
  const ref = `refs/heads/gh-readonly-queue/${pullRequest.baseRefName}/pr-${pullRequest.number}-${baseCommit.oid}`;
  return [{ sha: headCommit.oid, ref, run: runOf(headCommit.checkSuites) }];
}

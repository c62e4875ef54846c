import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { BoardReading } from "../sources/ports.ts";
import { actor, actorFields, isOurselves } from "./actor.ts";
import { pageInfo } from "./connection.ts";
import { unexpected } from "./errors.ts";
import type { GraphqlError } from "./graphql.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

/**
 * By its label alone, and its author told apart here: where GitHub filters by author itself, it does not find on every of
 * its servers what an app wrote (renovatebot/renovate#44730).
 */
const listQuery = `
query Boards($owner: String!, $name: String!, $label: [String!], $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    issues(labels: $label, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      nodes { number state author { ${actorFields} } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const listed = z.object({ number: z.number(), state: z.enum(["OPEN", "CLOSED"]), author: actor });

const listAnswer = z.object({
  repository: z.object({ issues: z.object({ nodes: z.array(listed.nullable()).nullish(), pageInfo }) }).nullable(),
});

/** Of a hundred issues each. Somebody may have taken for the board a label that problems have. */
const MOST_PAGES = 20;

const boardQuery = `
query Board($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    databaseId hasIssuesEnabled
    issue(number: $number) {
      id number title body state isPinned locked
      author { ${actorFields} }
      repository { databaseId }
    }
  }
}`;

const boardAnswer = z.object({
  repository: z
    .object({
      databaseId: z.number(),
      hasIssuesEnabled: z.boolean(),
      issue: z
        .object({
          id: z.string(),
          number: z.number(),
          title: z.string(),
          body: z.string(),
          state: z.enum(["OPEN", "CLOSED"]),
          isPinned: z.boolean().nullish(),
          locked: z.boolean(),
          author: actor,
          repository: z.object({ databaseId: z.number() }),
        })
        .nullable(),
    })
    .nullable(),
});

export async function findBoard(
  context: ReaderContext,
  repository: RepositoryName,
  label: string,
): Promise<BoardReading | "unseen" | null> {
  const number = await findNumber(context, repository, label);
  return typeof number === "number" ? readBoard(context, repository, number) : number;
}

/** The oldest that is open, else the oldest. */
async function findNumber(
  { client, app }: ReaderContext,
  { owner, name }: RepositoryName,
  label: string,
): Promise<number | "unseen" | null> {
  let closed: number | null = null;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { data, errors } = await client.graphql(listQuery, { owner, name, label: [label], after });
    throwFailures(errors);
    const { repository }: z.output<typeof listAnswer> = readAnswer(listAnswer, data);
    // Also where a part of the list is kept from us: the board may be in it.
    if (repository === null || errors.length > 0) throwUnlessMissing(errors, [["repository"]]);
    if (repository === null) return "unseen";
    const own = (repository.issues.nodes ?? []).flatMap((one) => (one && isOurselves(one.author, app) ? [one] : []));
    const open = own.find(({ state }) => state === "OPEN");
    if (open !== undefined) return open.number;
    closed ??= own[0]?.number ?? null;
    if (!repository.issues.pageInfo.hasNextPage) return closed;
    after = repository.issues.pageInfo.endCursor;
  }
  // Whoever took this for "there is none" would make a board at each look.
  if (closed === null) throw unexpected(`More than ${MOST_PAGES * 100} issues have the label of the board`);
  return closed;
}

export async function readBoard(
  { client, app }: ReaderContext,
  { owner, name }: RepositoryName,
  number: number,
): Promise<BoardReading | "unseen" | null> {
  const { data, errors } = await client.graphql(boardQuery, { owner, name, number });
  throwFailures(errors);
  const { repository } = readAnswer(boardAnswer, data);
  const issue = repository?.issue ?? null;
  if (issue === null) {
    throwUnlessMissing(errors, [["repository"], ["repository", "issue"]]);
    return repository?.hasIssuesEnabled === true && errors.some(isNotFound) ? null : "unseen";
  }
  // GitHub follows an issue that was moved to where it is now.
  if (issue.repository.databaseId !== repository?.databaseId || !isOurselves(issue.author, app)) return null;
  const { id: nodeId, title, body, locked } = issue;
  const state = issue.state === "OPEN" ? "open" : "closed";
  return { number: issue.number, nodeId, title, body, state, isPinned: issue.isPinned ?? false, locked };
}

/** So GitHub answers also where issues are switched off (cli/cli, pkg/cmd/issue/shared/lookup.go). */
function isNotFound({ type }: GraphqlError): boolean {
  return type === "NOT_FOUND";
}

import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { BoardReading } from "../sources/ports.ts";
import { actor, actorFields, isOurselves } from "./actor.ts";
import { connection } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

/**
 * By its label alone, and its author told apart here: where GitHub filters by author itself, it does not find on every of
 * its servers what an app wrote (renovatebot/renovate#44730). The board is one of the first issues that have its label.
 */
const listQuery = `
query Boards($owner: String!, $name: String!, $label: [String!]) {
  repository(owner: $owner, name: $name, followRenames: true) {
    issues(labels: $label, first: 100, orderBy: { field: CREATED_AT, direction: ASC }) {
      nodes { number state author { ${actorFields} } }
    }
  }
}`;

const listAnswer = z.object({
  repository: z
    .object({ issues: connection(z.object({ number: z.number(), state: z.enum(["OPEN", "CLOSED"]), author: actor })) })
    .nullable(),
});

const boardQuery = `
query Board($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    databaseId
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
): Promise<BoardReading | null> {
  const { owner, name } = repository;
  const { data, errors } = await context.client.graphql(listQuery, { owner, name, label: [label] });
  throwFailures(errors);
  const found = readAnswer(listAnswer, data).repository;
  if (found === null) throwUnlessMissing(errors, [["repository"]]);
  const own = (found?.issues ?? []).filter(({ author }) => isOurselves(author, context.app));
  const chosen = own.find(({ state }) => state === "OPEN") ?? own[0];
  return chosen === undefined ? null : readBoard(context, repository, chosen.number);
}

export async function readBoard(
  { client, app }: ReaderContext,
  { owner, name }: RepositoryName,
  number: number,
): Promise<BoardReading | null> {
  const { data, errors } = await client.graphql(boardQuery, { owner, name, number });
  throwFailures(errors);
  const { repository } = readAnswer(boardAnswer, data);
  const issue = repository?.issue ?? null;
  if (issue === null) {
    throwUnlessMissing(errors, [["repository"], ["repository", "issue"]]);
    return null;
  }
  // GitHub follows an issue that was moved to where it is now.
  if (issue.repository.databaseId !== repository?.databaseId || !isOurselves(issue.author, app)) return null;
  const { id: nodeId, title, body, locked } = issue;
  const state = issue.state === "OPEN" ? "open" : "closed";
  return { number: issue.number, nodeId, title, body, state, isPinned: issue.isPinned ?? false, locked };
}

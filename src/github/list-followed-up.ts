import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ListedFollowUp } from "../sources/ports.ts";
import { date, pageInfo } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import { recordFields, recordSelection, recordTextOf } from "./record-fields.ts";

/** GitHub stops an answer that takes it longer than ten seconds, and each of these has a text of up to 64 KB. Two points. */
const PAGE = 25;

const query = `
query FollowedUp($owner: String!, $name: String!, $appId: Int!, $labels: [String!]!, $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    pullRequests(
      states: MERGED, labels: $labels, first: ${PAGE}, after: $after, orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes { number mergedAt ${recordSelection} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const listed = z.object({ number: z.number(), mergedAt: date.nullish(), ...recordFields });

const answer = z.object({
  repository: z
    .object({ pullRequests: z.object({ nodes: z.array(listed.nullable()).nullish(), pageInfo }) })
    .nullable(),
});

/** All of them, those opened last first. A query for each 25. */
export async function listFollowedUp(
  { app, client }: ReaderContext,
  { owner, name }: RepositoryName,
  labels: readonly string[],
): Promise<readonly ListedFollowUp[]> {
  const found: ListedFollowUp[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await client.graphql(query, { owner, name, appId: app.id, labels, after });
    throwFailures(errors);
    const { repository }: z.output<typeof answer> = readAnswer(answer, data);
    if (repository === null) throwUnlessMissing(errors, [["repository"]]);
    const page = repository?.pullRequests;
    for (const one of page?.nodes ?? []) {
      if (!one?.mergedAt) continue;
      found.push({ number: one.number, mergedAt: one.mergedAt, recordText: recordTextOf(one) });
    }
    after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

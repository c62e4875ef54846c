import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ListedMerge, MergedSince } from "../sources/ports.ts";
import { date, pageInfo } from "./connection.ts";
import { readAnswer, throwUnlessMissing } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import { recordFields, recordSelection, recordTextOf } from "./record-fields.ts";

/** GitHub stops an answer that takes it longer than ten seconds, and each of these has a text of up to 64 KB. Two points. */
const PAGE = 25;

const query = `
query MergedWork($owner: String!, $name: String!, $appId: Int!, $labels: [String!], $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    pullRequests(
      states: MERGED, labels: $labels, first: ${PAGE}, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }
    ) {
      nodes { number mergedAt updatedAt ${recordSelection} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const listed = z.object({ number: z.number(), mergedAt: date.nullish(), updatedAt: date, ...recordFields });

const answer = z.object({
  repository: z
    .object({ pullRequests: z.object({ nodes: z.array(listed.nullable()).nullish(), pageInfo }) })
    .nullable(),
});

/**
 * Those that changed since then, all of them without a date, the latest changed first. A query for each 25: a label that is
 * put on is a change, so that what was listed before need not be read again each day.
 */
export async function listMerged(
  { app, client }: ReaderContext,
  { owner, name }: RepositoryName,
  { labels, since, mostQueries = Infinity }: MergedSince,
): Promise<readonly ListedMerge[]> {
  const found: ListedMerge[] = [];
  let after: string | null = null;
  let queries = 0;
  do {
    const { data, errors } = await client.graphql(query, { owner, name, appId: app.id, labels, after });
    const { repository }: z.output<typeof answer> = readAnswer(answer, data);
    // Also where all or a part of it is kept from us: what was listed once is not listed again.
    if (repository === null || errors.length > 0) throwUnlessMissing(errors, []);
    const page = repository?.pullRequests;
    for (const one of page?.nodes ?? []) {
      if (!one?.mergedAt || (since !== null && one.updatedAt < since)) continue;
      found.push({ number: one.number, mergedAt: one.mergedAt, recordText: recordTextOf(one) });
    }
    const last = page?.nodes?.findLast((one) => one !== null);
    const isOver = since !== null && last !== undefined && last !== null && last.updatedAt < since;
    after = page?.pageInfo.hasNextPage === true && !isOver ? page.pageInfo.endCursor : null;
    queries += 1;
  } while (after !== null && queries < mostQueries);
  return found;
}

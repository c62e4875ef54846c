import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { GitHubClient } from "./client.ts";
import { pageInfo } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";

/** GraphQL: REST sends some 20 kB for each, of which two fields are needed. */
const query = `
query OpenPullRequests($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    pullRequests(states: OPEN, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      nodes { number headRefOid }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const pullRequest = z.object({ number: z.number(), headRefOid: z.string() });

export type OpenPullRequest = z.output<typeof pullRequest>;

const answer = z.object({
  repository: z
    .object({ pullRequests: z.object({ nodes: z.array(pullRequest.nullable()).nullish(), pageInfo }) })
    .nullable(),
});

/** Oldest first. None in a repository that cannot be seen. */
export async function listOpenPullRequests(
  client: GitHubClient,
  { owner, name }: RepositoryName,
): Promise<readonly OpenPullRequest[]> {
  const found: OpenPullRequest[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await client.graphql(query, { owner, name, after });
    throwFailures(errors);
    const { repository } = readAnswer(answer, data);
    if (!repository) {
      throwUnlessMissing(errors, [["repository"]]);
      return [];
    }
    const page = repository.pullRequests;
    found.push(...(page.nodes ?? []).filter((one) => one !== null));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

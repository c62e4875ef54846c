import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ListedLabel } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { pageInfo } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";

const query = `
query Labels($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    labels(first: 100, after: $after) {
      nodes { name description }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const label = z.object({ name: z.string(), description: z.string().nullish() });

const answer = z.object({
  repository: z
    .object({ labels: z.object({ nodes: z.array(label.nullable()).nullish(), pageInfo }).nullish() })
    .nullable(),
});

/** Of a hundred labels each. */
const MOST_PAGES = 10;

export async function listLabels(
  client: GitHubClient,
  { owner, name }: RepositoryName,
): Promise<readonly ListedLabel[]> {
  const found: ListedLabel[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES && (page === 0 || after !== null); page += 1) {
    const { data, errors } = await client.graphql(query, { owner, name, after });
    throwFailures(errors);
    const { repository }: z.output<typeof answer> = readAnswer(answer, data);
    if (repository === null) throwUnlessMissing(errors, [["repository"]]);
    for (const one of repository?.labels?.nodes ?? []) {
      if (one !== null) found.push({ name: one.name, description: one.description ?? "" });
    }
    const listed = repository?.labels?.pageInfo;
    after = listed?.hasNextPage === true ? listed.endCursor : null;
  }
  return found;
}

import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { RevertingReading } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { connection, date } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";

const query = `
query Reverting($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    defaultBranchRef { name }
    pullRequest(number: $number) { mergedAt lastEditedAt body baseRefName commits(first: 20) { nodes { commit { message } } } }
  }
}`;

const answer = z.object({
  repository: z
    .object({
      defaultBranchRef: z.object({ name: z.string() }).nullish(),
      pullRequest: z
        .object({
          mergedAt: date.nullish(),
          lastEditedAt: date.nullish(),
          body: z.string(),
          baseRefName: z.string(),
          commits: connection(z.object({ commit: z.object({ message: z.string() }) })),
        })
        .nullable(),
    })
    .nullable(),
});

/** Null for what is no merged pull request. */
export async function readReverting(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  number: number,
): Promise<RevertingReading | null> {
  const { data, errors } = await client.graphql(query, { owner, name, number });
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  const found = repository?.pullRequest ?? null;
  if (found === null) throwUnlessMissing(errors, [["repository"], ["repository", "pullRequest"]]);
  if (!found?.mergedAt) return null;
  const { mergedAt, lastEditedAt, baseRefName, commits } = found;
  // Whoever wrote it may edit it for ever, and nobody looks at that as at what they merge.
  const body = lastEditedAt && lastEditedAt > mergedAt ? "" : found.body;
  const branch = { name: baseRefName, isDefault: baseRefName === repository?.defaultBranchRef?.name };
  return { mergedAt, branch, body, messages: commits.map(({ commit }) => commit.message) };
}

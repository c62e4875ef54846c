import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { GitHubClient } from "./client.ts";
import { connection } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";

const query = `
query MergeCommit($owner: String!, $name: String!, $sha: String!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    databaseId
    object(expression: $sha) {
      __typename
      ... on Commit {
        oid
        associatedPullRequests(first: 10) { nodes { merged mergeCommit { oid } baseRepository { databaseId } } }
      }
    }
  }
}`;

const pullRequest = z.object({
  merged: z.boolean(),
  mergeCommit: z.object({ oid: z.string() }).nullish(),
  baseRepository: z.object({ databaseId: z.number() }).nullish(),
});

const commit = z.object({
  __typename: z.literal("Commit"),
  oid: z.string(),
  associatedPullRequests: connection(pullRequest),
});

const answer = z.object({
  repository: z
    .object({
      databaseId: z.number(),
      object: z.union([commit, z.object({ __typename: z.string() }).transform(() => null)]).nullish(),
    })
    .nullable(),
});

/** Whole or abbreviated. Anything else would be an expression of which the writer chose the meaning. */
const shaPattern = /^[0-9a-f]{7,40}$/;

/** Whether `sha` is the merge commit (or squash, or last rebased commit) of a merged pull request of this repository. */
export async function isMergeCommit(client: GitHubClient, place: RepositoryName, sha: string): Promise<boolean> {
  const wanted = sha.toLowerCase();
  if (!shaPattern.test(wanted)) return false;
  const { data, errors } = await client.graphql(query, { owner: place.owner, name: place.name, sha: wanted });
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  if (!repository) throwUnlessMissing(errors, [["repository"]]);
  const found = repository?.object;
  // A branch may be named like a commit; a pull request of a fork may name this commit as its own merge.
  if (!repository || !found?.oid.startsWith(wanted)) return false;
  return found.associatedPullRequests.some(
    ({ merged, mergeCommit, baseRepository }) =>
      merged && mergeCommit?.oid === found.oid && baseRepository?.databaseId === repository.databaseId,
  );
}

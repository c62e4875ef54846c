import { z } from "zod";
import type { ChangeSize } from "../core/facts/mirrors.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { MergedInto } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { connection } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";

const query = `
query Merge($owner: String!, $name: String!, $sha: String!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    databaseId
    object(expression: $sha) {
      __typename
      ... on Commit {
        oid
        associatedPullRequests(first: 10) {
          nodes { number merged baseRefName mergeCommit { oid } baseRepository { databaseId } additions deletions changedFiles }
        }
      }
    }
  }
}`;

const pullRequest = z.object({
  number: z.number(),
  merged: z.boolean(),
  baseRefName: z.string(),
  mergeCommit: z.object({ oid: z.string() }).nullish(),
  baseRepository: z.object({ databaseId: z.number() }).nullish(),
  additions: z.number(),
  deletions: z.number(),
  changedFiles: z.number(),
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

/**
 * How much the pull request of this repository changed whose merge commit (or squash, or last rebased commit) `sha` is;
 * null where it is none's.
 */
export async function readMerge(client: GitHubClient, place: RepositoryName, sha: string): Promise<ChangeSize | null> {
  const merge = await readMerged(client, place, sha);
  if (merge === null) return null;
  const { additions, deletions, changedFiles } = merge;
  return { additions, deletions, changedFiles };
}

/** Which pull request that is. */
export async function findMerged(client: GitHubClient, place: RepositoryName, sha: string): Promise<MergedInto | null> {
  const merge = await readMerged(client, place, sha);
  return merge === null ? null : { number: merge.number, branch: merge.baseRefName };
}

async function readMerged(client: GitHubClient, place: RepositoryName, sha: string) {
  const wanted = sha.toLowerCase();
  if (!shaPattern.test(wanted)) return null;
  const { data, errors } = await client.graphql(query, { owner: place.owner, name: place.name, sha: wanted });
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  if (!repository) throwUnlessMissing(errors, [["repository"]]);
  const found = repository?.object;
  // A branch may be named like a commit; a pull request of a fork may name this commit as its own merge.
  if (!repository || !found?.oid.startsWith(wanted)) return null;
  return (
    found.associatedPullRequests.find(
      ({ merged, mergeCommit, baseRepository }) =>
        merged && mergeCommit?.oid === found.oid && baseRepository?.databaseId === repository.databaseId,
    ) ?? null
  );
}

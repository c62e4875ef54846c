import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import { checkRunSelection, checkSuites } from "./check-run-fields.ts";
import { date } from "./connection.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import { pullRequestsOfCommit, sameHeadSelection } from "./same-head-fields.ts";

/** Of a head commit: what stands on it. Needs `$appId`. */
export const headCommitSelection = `
oid committedDate ${checkRunSelection} ${sameHeadSelection}
yml: file(path: ".github/outcome.yml") { oid type }
yaml: file(path: ".github/outcome.yaml") { oid type }`;

/** A folder or a submodule of that name is no configuration. */
const version = z
  .object({ oid: z.string(), type: z.string() })
  .transform(({ oid, type }) => (type === "blob" ? { oid } : null))
  .nullish();

export const headCommit = z.object({
  oid: z.string(),
  committedDate: date,
  checkSuites,
  associatedPullRequests: pullRequestsOfCommit,
  yml: version,
  yaml: version,
});

export type HeadCommit = z.output<typeof headCommit>;

const query = `
query HeadCommit($owner: String!, $name: String!, $sha: GitObjectID!, $appId: Int!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    object(oid: $sha) { __typename ... on Commit { ${headCommitSelection} } }
  }
}`;

const answer = z.object({ repository: z.object({ object: headCommit.nullish() }).nullable() });

/**
 * For a head that does not end its pull request's list of commits: after a push between GitHub's own reads, or where
 * dates put the list in another order. Taken for a head without a run, it would get another one at each look.
 */
export async function readHeadCommit(
  { app, client }: ReaderContext,
  { owner, name }: RepositoryName,
  sha: string,
): Promise<HeadCommit | null> {
  const { data, errors } = await client.graphql(query, { owner, name, sha, appId: app.id });
  throwFailures(errors);
  return readAnswer(answer, data).repository?.object ?? null;
}

import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ListedPullRequest, SweepReading } from "../sources/ports.ts";
import { checkRunName } from "./check-run-name.ts";
import { connection, date, pageInfo } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import { listChangedSince } from "./list-changed-since.ts";
import { isAnswered, lightSuites } from "./light-check-runs.ts";
import type { ReaderContext } from "./reader-context.ts";

/**
 * GitHub charges a point for a hundred connections: each pull request here has one for its last commit, one for the
 * suites and one for each suite's runs, so that a page of a hundred costs 4 points and a thousand pull requests 40.
 */
const query = `
query SweepOpen($owner: String!, $name: String!, $appId: Int!, $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    isArchived
    pullRequests(states: OPEN, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      nodes {
        number updatedAt headRefOid
        commits(last: 1) { nodes { commit {
          oid
          checkSuites(first: 2, filterBy: { appId: $appId }) {
            nodes { status checkRuns(first: 1, filterBy: { appId: $appId, checkName: "${checkRunName}", checkType: LATEST }) {
              nodes { databaseId status startedAt }
            } }
          }
        } } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const pullRequest = z.object({
  number: z.number(),
  updatedAt: date,
  headRefOid: z.string(),
  commits: connection(z.object({ commit: z.object({ oid: z.string(), checkSuites: lightSuites }) })),
});

const answer = z.object({
  repository: z
    .object({
      isArchived: z.boolean(),
      pullRequests: z.object({ nodes: z.array(pullRequest.nullable()).nullish(), pageInfo }),
    })
    .nullable(),
});

/** Nothing in a repository that cannot be seen, or is archived and takes no writes. */
export async function listForSweep(
  context: ReaderContext,
  repository: RepositoryName,
  since: Date,
): Promise<SweepReading> {
  const open = await listOpen(context, repository);
  if (open === null) return { open: [], merged: [], issues: [], queued: [] };
  return { open, ...(await listChangedSince(context, repository, since)) };
}

async function listOpen(
  { app, client }: ReaderContext,
  { owner, name }: RepositoryName,
): Promise<readonly ListedPullRequest[] | null> {
  const found: ListedPullRequest[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await client.graphql(query, { owner, name, appId: app.id, after });
    throwFailures(errors);
    const { repository } = readAnswer(answer, data);
    if (!repository) {
      throwUnlessMissing(errors, [["repository"]]);
      return null;
    }
    if (repository.isArchived) return null;
    const page = repository.pullRequests;
    found.push(...(page.nodes ?? []).flatMap((one) => (one === null ? [] : toListed(one))));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** A head that does not end the list of commits is taken for one without an answer: one look more settles it. */
function toListed({ number, updatedAt, headRefOid, commits }: z.output<typeof pullRequest>): ListedPullRequest {
  const head = commits.find(({ commit }) => commit.oid === headRefOid)?.commit;
  return { number, updatedAt, answered: head !== undefined && isAnswered(head.checkSuites) };
}

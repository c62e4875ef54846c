import { z } from "zod";
import { connection } from "./connection.ts";

/**
 * On a commit: the open pull requests that hold it. Left out are those from forks, whose commits are another
 * repository's, and all of them once the commit is in the default branch (schema: Commit.associatedPullRequests).
 * A page more would cost a request on every look; the index knows who else was looked at.
 */
export const sameHeadSelection = `
associatedPullRequests(first: 100) { nodes { number state headRefOid baseRepository { databaseId } } }`;

export const pullRequestsOfCommit = connection(
  z.object({
    number: z.number(),
    state: z.string(),
    headRefOid: z.string(),
    baseRepository: z.object({ databaseId: z.number() }).nullish(),
  }),
);

interface Head {
  readonly number: number;
  readonly sha: string;
  readonly repositoryId: number;
}

/** A stack's later pull requests hold the commit too, and a fork's own pull requests stand in another repository. */
export function findSameHead(listed: z.output<typeof pullRequestsOfCommit>, head: Head): readonly number[] {
  return listed
    .filter(({ state, headRefOid }) => state === "OPEN" && headRefOid === head.sha)
    .filter(({ baseRepository }) => baseRepository?.databaseId === head.repositoryId)
    .flatMap(({ number }) => (number === head.number ? [] : [number]));
}

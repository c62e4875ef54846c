import { z } from "zod";
import type { Statements } from "./database.ts";
import { ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

/** How many pull requests of one commit are told of at once. */
const TOLD_AT_ONCE = 100;

export type OfRepository = Pick<ThreadRef, "installation" | "repositoryId">;

export async function readHead(statements: Statements, pullRequest: ThreadRef): Promise<string | null> {
  const [row] = await statements.query(`SELECT sha FROM outcome.heads WHERE ${ofThread}`, threadKey(pullRequest));
  return row === undefined ? null : z.object({ sha: z.string() }).parse(row).sha;
}

export async function writeHead(statements: Statements, pullRequest: ThreadRef, sha: string): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.heads (installation, repository_id, number, sha) VALUES ($1, $2, $3, $4)
     ON CONFLICT (installation, repository_id, number) DO UPDATE SET sha = excluded.sha`,
    [...threadKey(pullRequest), sha],
  );
}

/** Every open pull request of a repository that was looked at, the newest first. */
export async function knownOpen(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
): Promise<readonly number[]> {
  const rows = await statements.query(
    `SELECT number FROM outcome.heads WHERE installation = $1 AND repository_id = $2 ORDER BY number DESC LIMIT 1000`,
    [installation, repositoryId],
  );
  return rows.map((row) => z.object({ number: z.number() }).parse(row).number);
}

/** One that has moved on in the meantime is left where it is now. */
export async function forgetHeadAt(statements: Statements, pullRequest: ThreadRef, sha: string): Promise<void> {
  await statements.query(`DELETE FROM outcome.heads WHERE ${ofThread} AND sha = $4`, [...threadKey(pullRequest), sha]);
}

export async function forgetHead(statements: Statements, pullRequest: ThreadRef): Promise<void> {
  await statements.query(`DELETE FROM outcome.heads WHERE ${ofThread}`, threadKey(pullRequest));
}

export async function othersAt(statements: Statements, one: ThreadRef, sha: string): Promise<readonly number[]> {
  const rows = await statements.query(
    `SELECT number FROM outcome.heads
     WHERE installation = $1 AND repository_id = $2 AND number <> $3 AND sha = $4
     ORDER BY number
     LIMIT ${TOLD_AT_ONCE}`,
    [...threadKey(one), sha],
  );
  return rows.map((row) => z.object({ number: z.number() }).parse(row).number);
}

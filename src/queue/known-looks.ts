import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";
import { ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

/** When each pull request was looked at last: what changed since then, and no job tells of, is found by the sweep. */
export interface LookIndex {
  /** `at`: when the look began. What happened while it went on may have come too late for it. */
  note(pullRequest: ThreadRef, at: Date): Promise<void>;
  /** The next sweep looks again. */
  forget(pullRequest: ThreadRef): Promise<void>;
  /** Of these pull requests, those that were looked at, by number. */
  of(repository: OfRepository, numbers: readonly number[]): Promise<ReadonlyMap<number, Date>>;
}

export function lookIndex(database: Database): LookIndex {
  return {
    note: (pullRequest, at) => noteLook(database, pullRequest, at),
    forget: (pullRequest) => forgetLook(database, pullRequest),
    of: (repository, numbers) => readLooks(database, repository, numbers),
  };
}

async function noteLook(statements: Statements, pullRequest: ThreadRef, at: Date): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.looks (installation, repository_id, number, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (installation, repository_id, number) DO UPDATE SET at = excluded.at`,
    [...threadKey(pullRequest), at.toISOString()],
  );
}

async function forgetLook(statements: Statements, pullRequest: ThreadRef): Promise<void> {
  await statements.query(`DELETE FROM outcome.looks WHERE ${ofThread}`, threadKey(pullRequest));
}

const look = z.object({ number: z.number(), at: z.coerce.date() });

async function readLooks(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Date>> {
  const rows = await statements.query(
    `SELECT number, at FROM outcome.looks
     WHERE installation = $1 AND repository_id = $2 AND number = ANY($3::integer[])`,
    [installation, repositoryId, numbers],
  );
  return new Map(rows.map((row) => look.parse(row)).map(({ number, at }) => [number, at]));
}

/** In milliseconds. One that is still open then costs one look more. */
const KEPT_MS = 90 * 24 * 3600 * 1000;

export async function forgetOldLooks(statements: Statements, now: Date): Promise<void> {
  await statements.query("DELETE FROM outcome.looks WHERE at < $1", [new Date(now.getTime() - KEPT_MS).toISOString()]);
}

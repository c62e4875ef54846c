import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";
import { ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

/** When each pull request was looked at last: what changed since then, and no job tells of, is found by the sweep. */
export interface LookIndex {
  /**
   * `at`: when the look began. What happened while it went on may have come too late for it. `silentSince`: since when
   * GitHub has not answered for a part; null where it did.
   */
  note(pullRequest: ThreadRef, at: Date, silentSince: Date | null): Promise<void>;
  /** What was noted last. */
  silentSince(pullRequest: ThreadRef): Promise<Date | null>;
  /** The next sweep looks again. */
  forget(pullRequest: ThreadRef): Promise<void>;
  /** Of these pull requests, those that were looked at, by number. */
  of(repository: OfRepository, numbers: readonly number[]): Promise<ReadonlyMap<number, Date>>;
}

export function lookIndex(database: Database): LookIndex {
  return {
    note: (pullRequest, at, silentSince) => noteLook(database, pullRequest, { at, silentSince }),
    silentSince: (pullRequest) => readSilence(database, pullRequest),
    forget: (pullRequest) => forgetLook(database, pullRequest),
    of: (repository, numbers) => readLooks(database, repository, numbers),
  };
}

interface Look {
  readonly at: Date;
  readonly silentSince: Date | null;
}

async function noteLook(statements: Statements, pullRequest: ThreadRef, { at, silentSince }: Look): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.looks (installation, repository_id, number, at, silent_since) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (installation, repository_id, number)
     DO UPDATE SET at = excluded.at, silent_since = excluded.silent_since`,
    [...threadKey(pullRequest), at.toISOString(), silentSince?.toISOString() ?? null],
  );
}

const silence = z.object({ silent_since: z.coerce.date().nullable() });

async function readSilence(statements: Statements, pullRequest: ThreadRef): Promise<Date | null> {
  const [row] = await statements.query(
    `SELECT silent_since FROM outcome.looks WHERE ${ofThread}`,
    threadKey(pullRequest),
  );
  return row === undefined ? null : silence.parse(row).silent_since;
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

/** In milliseconds. One that is still open then costs one look more, which reads all of its comments. */
const KEPT_MS = 90 * 24 * 3600 * 1000;

/**
 * With the comment of each that is not open, or what was merged or closed long ago would fill the index for ever. A comment
 * that somebody deleted is known by the index alone: on an open pull request it would come back.
 */
export async function forgetOldLooks(statements: Statements, now: Date): Promise<void> {
  await statements.query(
    `WITH old AS (DELETE FROM outcome.looks WHERE at < $1 RETURNING installation, repository_id, number)
     DELETE FROM outcome.thread_comments comment USING old
     WHERE (comment.installation, comment.repository_id, comment.number)
       = (old.installation, old.repository_id, old.number)
       AND NOT EXISTS (
         SELECT FROM outcome.heads head
         WHERE (head.installation, head.repository_id, head.number)
           = (comment.installation, comment.repository_id, comment.number)
       )`,
    [new Date(now.getTime() - KEPT_MS).toISOString()],
  );
}

import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";
import { ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

/** When each pull request and issue was looked at last: what changed since then, and no job tells of, is found by the sweep. */
export interface LookIndex {
  note(thread: ThreadRef, look: Look): Promise<void>;
  /** Whether the last look at it saw it open; true where there was none. */
  sawOpen(thread: ThreadRef): Promise<boolean>;
  /** What was noted last. */
  silentSince(pullRequest: ThreadRef): Promise<Date | null>;
  /** The next sweep looks again. */
  forget(pullRequest: ThreadRef): Promise<void>;
  /** Of these pull requests, those that were looked at, by number. */
  of(repository: OfRepository, numbers: readonly number[]): Promise<ReadonlyMap<number, Date>>;
}

export function lookIndex(database: Database): LookIndex {
  return {
    note: (thread, look) => noteLook(database, thread, look),
    sawOpen: (thread) => readOpen(database, thread),
    silentSince: (pullRequest) => readSilence(database, pullRequest),
    forget: (pullRequest) => forgetLook(database, pullRequest),
    of: (repository, numbers) => readLooks(database, repository, numbers),
  };
}

interface Look {
  /** When it began. What happened while it went on may have come too late for it. */
  readonly at: Date;
  /** Since when GitHub has not answered for a part; null where it did. */
  readonly silentSince: Date | null;
  /** Whether the pull request or issue was open. */
  readonly isOpen: boolean;
}

async function noteLook(statements: Statements, thread: ThreadRef, { at, silentSince, isOpen }: Look): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.looks (installation, repository_id, number, at, silent_since, is_open)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (installation, repository_id, number)
     DO UPDATE SET at = excluded.at, silent_since = excluded.silent_since, is_open = excluded.is_open`,
    [...threadKey(thread), at.toISOString(), silentSince?.toISOString() ?? null, isOpen],
  );
}

const openness = z.object({ is_open: z.boolean() });

async function readOpen(statements: Statements, thread: ThreadRef): Promise<boolean> {
  const [row] = await statements.query(`SELECT is_open FROM outcome.looks WHERE ${ofThread}`, threadKey(thread));
  return row === undefined || openness.parse(row).is_open;
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

/** In milliseconds. One that is still open then costs one look more. */
const KEPT_MS = 90 * 24 * 3600 * 1000;

/**
 * With the comment of each that was not open, or what was merged or closed long ago would fill the index for ever. That a
 * person hid it is known by the index alone, and where it is open it would be shown again.
 */
export async function forgetOldLooks(statements: Statements, now: Date): Promise<void> {
  await statements.query(
    `WITH old AS (DELETE FROM outcome.looks WHERE at < $1 RETURNING installation, repository_id, number, is_open)
     DELETE FROM outcome.thread_comments comment USING old
     WHERE (comment.installation, comment.repository_id, comment.number)
       = (old.installation, old.repository_id, old.number)
       AND NOT old.is_open`,
    [new Date(now.getTime() - KEPT_MS).toISOString()],
  );
}

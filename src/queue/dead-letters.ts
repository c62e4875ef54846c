import { z } from "zod";
import { QUEUE } from "./boss.ts";
import type { Database, Statements } from "./database.ts";
import { readJob } from "./job.ts";
import type { Job } from "./job.ts";
import { sendJobs } from "./send-jobs.ts";

/** A job that was given up on, as the store keeps it until it is sent again or an equal one succeeds. */
export interface DeadLetter {
  readonly id: string;
  /** As it was stored; another version of the app may have written it. */
  readonly job: Readonly<Record<string, unknown>>;
  /** When it was sent for the first time. */
  readonly sentAt: string;
  readonly givenUpAt: string;
  readonly tries: number;
  /** What the last try threw, as it was thrown: whoever shows it takes credentials out. */
  readonly error: string;
}

export interface Replayed {
  /** Those that were sent again; their letters are gone. */
  readonly sent: readonly DeadLetter[];
  /** Those whose job this version of the app does not know; their letters stay. */
  readonly unreadable: readonly DeadLetter[];
}

/** How many letters one transaction sends again, so that it stays short. */
const SENT_AT_ONCE = 200;

const letterRow = z.object({
  id: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  sent_at: z.date().nullable(),
  given_up_at: z.date(),
  tries: z.int().nullable(),
  error: z.string().nullable(),
});

const columns = `id, data, source_created_on AS sent_at, created_on AS given_up_at, source_retry_count + 1 AS tries,
  source_output->>'message' AS error`;

const isLetter = `name = '${QUEUE.dead}' AND state < 'active'`;

/** The newest first. */
export async function listDeadLetters(statements: Statements): Promise<readonly DeadLetter[]> {
  const rows = await statements.query(
    `SELECT ${columns} FROM pgboss.job WHERE ${isLetter} ORDER BY created_on DESC, id`,
  );
  return rows.map(readLetter);
}

/** Sends the jobs of these letters afresh, with all their tries, and removes the letters. Equal waiting jobs merge. */
export async function replayDeadLetters(database: Database, ids: readonly string[]): Promise<Replayed> {
  const replayed: Replayed[] = [];
  for (let from = 0; from < ids.length; from += SENT_AT_ONCE) {
    const some = ids.slice(from, from + SENT_AT_ONCE);
    replayed.push(await database.transaction((statements) => replaySome(statements, some)));
  }
  return { sent: replayed.flatMap(({ sent }) => sent), unreadable: replayed.flatMap(({ unreadable }) => unreadable) };
}

async function replaySome(statements: Statements, ids: readonly string[]): Promise<Replayed> {
  const rows = await statements.query(
    // Locked in one order, for somebody else may be doing the same.
    `SELECT ${columns} FROM pgboss.job WHERE ${isLetter} AND id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
  const letters = rows.map(readLetter).map((letter) => ({ letter, read: readJob(letter.job) }));
  const jobs = letters.flatMap(({ read }): readonly Job[] => (read.kind === "job" ? [read.job] : []));
  await sendJobs(statements, { jobs, urgency: "background" });
  const sent = letters.flatMap(({ letter, read }) => (read.kind === "job" ? [letter] : []));
  await statements.query(`DELETE FROM pgboss.job WHERE ${isLetter} AND id = ANY($1::uuid[])`, [
    sent.map(({ id }) => id),
  ]);
  return { sent, unreadable: letters.flatMap(({ letter, read }) => (read.kind === "job" ? [] : [letter])) };
}

function readLetter(row: unknown): DeadLetter {
  const { id, data, sent_at: sentAt, given_up_at: givenUpAt, tries, error } = letterRow.parse(row);
  return {
    id,
    job: data ?? {},
    sentAt: (sentAt ?? givenUpAt).toISOString(),
    givenUpAt: givenUpAt.toISOString(),
    tries: tries ?? 1,
    error: error ?? "Nothing is known of why.",
  };
}

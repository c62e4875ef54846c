import type { PgBoss } from "pg-boss";
import { QUEUE, within } from "./boss.ts";
import type { Database, Statements } from "./database.ts";
import { handBack } from "./hand-back.ts";
import { JOB_TABLE, backsOff } from "./insert-jobs.ts";
import { APP_LINE, readJob } from "./job.ts";
import type { Job } from "./job.ts";
import { pauseLine } from "./pauses.ts";
import type { Pausing } from "./pauses.ts";
import { sendJobs } from "./send-jobs.ts";
import type { Attempt, TakenJob } from "./take-jobs.ts";

/** What is to be done because a job was given up: sent with it in one transaction, also where its process is gone. */
export type OnGivenUp = (job: Job, error: unknown) => readonly Job[];

export interface Store {
  readonly boss: PgBoss;
  readonly database: Database;
  readonly onGivenUp: OnGivenUp;
}

// A job that is done is deleted, not kept as completed: nobody asks for it, and the embedded store has no autovacuum.

/**
 * The thing was looked at: an equal job that backs off after a failure, or was given up on, has nothing left to do. One
 * that waits runs after this one. One statement for what pg-boss's `deleteJob` and a second one would do: half the time.
 */
export async function settleDone(
  { database }: Pick<Store, "database">,
  attempt: Attempt,
): Promise<"done" | "handed-back"> {
  const done = await database.query(
    `WITH done AS (
       DELETE FROM pgboss.job WHERE name = $1 AND id = $4 AND state = 'active' AND retry_count = $5 RETURNING id
     ), cleared AS (
       DELETE FROM pgboss.job
       WHERE name IN ($1, $2) AND singleton_key = $3 AND state < 'active' AND (state = 'retry' OR name = $2)
         AND EXISTS (SELECT FROM done)
     )
     SELECT id FROM done`,
    [QUEUE.jobs, QUEUE.dead, attempt.key, attempt.id, attempt.retryCount],
  );
  return done.length > 0 ? "done" : "handed-back";
}

/**
 * Tries again later, or gives up. While an equal job backs off already, this one merges into it: pg-boss keeps one
 * backing-off job a key and would give up on the second, whatever tries it had left. The one that stays gets those.
 */
export async function settleFailed(
  store: Store,
  attempt: TakenJob,
  error: unknown,
): Promise<"again" | "dead" | "handed-back"> {
  const { database } = store;
  const backingOff = await database.query(
    `UPDATE pgboss.job backing_off SET priority = GREATEST(backing_off.priority, failed.priority),
       retry_limit = GREATEST(backing_off.retry_limit, backing_off.retry_count + failed.retry_limit - failed.retry_count)
     FROM pgboss.job failed
     WHERE backing_off.name = $1 AND backing_off.singleton_key = $2 AND ${backsOff("backing_off")}
       AND failed.name = $1 AND failed.id = $3
     RETURNING true`,
    [QUEUE.jobs, attempt.key, attempt.id],
  );
  if (backingOff.length > 0) return again(database, `DELETE FROM ${JOB_TABLE}`, attempt);
  if (attempt.retryCount >= attempt.retryLimit) return giveUp(store, attempt, error);
  return again(
    database,
    `UPDATE ${JOB_TABLE} SET state = 'retry', heartbeat_on = NULL, start_after = ${nextTry}`,
    attempt,
  );
}

/** The delay doubles; up to half of it is left to chance, so that what failed together does not come back together. */
const nextTry = `pgboss.job_now() + interval '1 s' *
  LEAST(retry_delay_max, retry_delay * 2 ^ LEAST(16, retry_count) * (1 + random()))`;

async function again(database: Database, change: string, attempt: Attempt): Promise<"again" | "handed-back"> {
  const held = await database.query(
    `${change} WHERE name = $1 AND id = $2 AND retry_count = $3 AND state = 'active' RETURNING id`,
    [QUEUE.jobs, attempt.id, attempt.retryCount],
  );
  return held.length > 0 ? "again" : "handed-back";
}

async function giveUp(store: Store, taken: TakenJob, error: unknown): Promise<"dead" | "handed-back"> {
  return store.database.transaction((statements) => giveUpWithin(store, statements, { taken, error }));
}

/** One dead letter a key is enough: the newest. */
export async function giveUpWithin(
  { boss, onGivenUp }: Pick<Store, "boss" | "onGivenUp">,
  statements: Statements,
  { taken, error }: { readonly taken: TakenJob; readonly error: unknown },
): Promise<"dead" | "handed-back"> {
  const held = await statements.query(
    `UPDATE pgboss.job SET retry_limit = retry_count
     WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3 RETURNING true`,
    [QUEUE.jobs, taken.id, taken.retryCount],
  );
  if (held.length === 0) return "handed-back";
  await statements.query("DELETE FROM pgboss.job WHERE name = $1 AND singleton_key = $2 AND state < 'active'", [
    QUEUE.dead,
    taken.key,
  ]);
  await boss.fail(QUEUE.jobs, taken, asOutput(error), within(statements));
  const read = readJob(taken.data);
  const jobs = read.kind === "job" ? onGivenUp(read.job, error) : [];
  await sendJobs(statements, { jobs, urgency: "background" });
  return "dead";
}

/**
 * The job waits again, and its line is paused. The app's own line is not: one of its kinds that meets a limit must not
 * hold up the others, so there the job alone waits.
 */
export async function putOff({ database }: Pick<Store, "database">, attempt: Attempt, pausing: Pausing): Promise<void> {
  await database.transaction(async (statements) => {
    if (attempt.line === String(APP_LINE)) return handBack(statements, attempt, pausing.ms);
    // First, while the job's row tells since when it runs.
    await pauseLine(statements, Number(attempt.line), { ...pausing, metBy: attempt.id });
    await handBack(statements, attempt);
  });
}

function asOutput(error: unknown): object {
  return error instanceof Error ? { name: error.name, message: error.message } : { message: String(error) };
}

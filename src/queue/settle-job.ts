import type { PgBoss } from "pg-boss";
import { QUEUE, within } from "./boss.ts";
import type { Database } from "./database.ts";
import { insertDelayed } from "./delayed-jobs.ts";
import type { Job } from "./job.ts";

/** A job as a worker holds it: pg-boss settles it only while this attempt is the current one. */
export interface Attempt {
  readonly id: string;
  readonly retryCount: number;
  readonly retryLimit: number;
  readonly key: string;
}

export interface Store {
  readonly boss: PgBoss;
  readonly database: Database;
}

// A job that is done is deleted, not kept as completed: nobody asks for it, and the embedded store has no autovacuum.

/**
 * The thing was looked at: an equal job that backs off after a failure, or was given up on, has nothing left to do. One
 * that waits runs after this one. One statement for what pg-boss's `deleteJob` and a second one would do: half the time.
 */
export async function settleDone({ database }: Pick<Store, "database">, attempt: Attempt): Promise<void> {
  await database.query(
    `WITH done AS (
       DELETE FROM pgboss.job WHERE name = $1 AND id = $4 AND state = 'active' AND retry_count = $5
     )
     DELETE FROM pgboss.job
     WHERE name IN ($1, $2) AND singleton_key = $3 AND state < 'active' AND (state = 'retry' OR name = $2)`,
    [QUEUE.jobs, QUEUE.dead, attempt.key, attempt.id, attempt.retryCount],
  );
}

/**
 * Tries again later, or gives up. While an equal job backs off already, this one merges into it: pg-boss keeps one
 * backing-off job a key and would give up on the second, whatever tries it had left.
 */
export async function settleFailed(
  { boss, database }: Store,
  attempt: Attempt,
  error: unknown,
): Promise<"again" | "dead"> {
  const backingOff = await database.query(
    "SELECT true FROM pgboss.job WHERE name = $1 AND singleton_key = $2 AND state = 'retry'",
    [QUEUE.jobs, attempt.key],
  );
  if (backingOff.length > 0) {
    await boss.deleteJob(QUEUE.jobs, attempt);
    return "again";
  }
  if (attempt.retryCount < attempt.retryLimit) {
    await boss.fail(QUEUE.jobs, attempt, asOutput(error));
    return "again";
  }
  await giveUp({ boss, database }, attempt, error);
  return "dead";
}

/** One dead letter a key is enough: the newest. */
export async function giveUp({ boss, database }: Store, attempt: Attempt, error: unknown): Promise<void> {
  await database.transaction(async (statements) => {
    await statements.query("DELETE FROM pgboss.job WHERE name = $1 AND singleton_key = $2 AND state < 'active'", [
      QUEUE.dead,
      attempt.key,
    ]);
    await statements.query("UPDATE pgboss.job SET retry_limit = retry_count WHERE name = $1 AND id = $2", [
      QUEUE.jobs,
      attempt.id,
    ]);
    await boss.fail(QUEUE.jobs, attempt, asOutput(error), within(statements));
  });
}

/** The job starts afresh at the given time, with all its tries. */
export async function putOff(
  { boss, database }: Store,
  attempt: Attempt,
  delayed: { readonly job: Job; readonly at: Date },
): Promise<void> {
  await database.transaction(async (statements) => {
    await insertDelayed(boss, statements, { jobs: [delayed.job], at: delayed.at });
    await boss.deleteJob(QUEUE.jobs, attempt, within(statements));
  });
}

function asOutput(error: unknown): object {
  return error instanceof Error ? { name: error.name, message: error.message } : { message: String(error) };
}

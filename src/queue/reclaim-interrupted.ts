import { QUEUE } from "./boss.ts";
import type { QueueLogger } from "./boss.ts";
import type { Statements } from "./database.ts";
import { JOB_TABLE, backsOff } from "./insert-jobs.ts";
import { giveUpWithin } from "./settle-job.ts";
import type { Store } from "./settle-job.ts";
import { takenJob } from "./take-jobs.ts";
import type { TakenJob } from "./take-jobs.ts";

export interface Interrupted {
  /** Not touched by its process for so long; null: all, for a store that no other process has open. */
  readonly silentSeconds: number | null;
  /** Those of this process. */
  readonly except: readonly string[];
}

/**
 * Hands back the jobs whose process is gone. The interrupted try counts, or a job that kills its process would do so for
 * ever; and after the first interruption jobs come back one by one, so that those which ran beside that one get through.
 */
export async function reclaimInterrupted(
  store: Store & { readonly logger: Pick<QueueLogger, "error"> },
  which: Interrupted,
): Promise<number> {
  const { again, givenUp } = await store.database.transaction((statements) => reclaim(store, statements, which));
  for (const { data: job, retryCount } of givenUp) {
    store.logger.error(
      { job, attempt: retryCount + 1 },
      "A job's process ended at its last try: it went to the dead letters",
    );
  }
  return again.length + givenUp.length;
}

async function reclaim(store: Store, statements: Statements, which: Interrupted) {
  const lost = await findInterrupted(statements, which);
  const again = lost.filter(({ retryCount, retryLimit }) => retryCount < retryLimit);
  const givenUp = lost.filter(({ retryCount, retryLimit }) => retryCount >= retryLimit);
  if (again.length > 0) await letWait(statements, again);
  for (const taken of givenUp) {
    const error = new Error("The process stopped while the job ran, at its last try");
    await giveUpWithin(store, statements, { taken, error });
  }
  return { again, givenUp };
}

async function findInterrupted(
  statements: Statements,
  { silentSeconds, except }: Interrupted,
): Promise<readonly TakenJob[]> {
  const rows = await statements.query(
    `SELECT id, data, COALESCE(singleton_key, id::text) AS key, COALESCE(group_id, '0') AS line,
       retry_count AS "retryCount", retry_limit AS "retryLimit"
     FROM ${JOB_TABLE}
     WHERE name = $1 AND state = 'active' AND id <> ALL ($3::uuid[])
       AND ($2::integer IS NULL OR COALESCE(heartbeat_on, started_on) < pgboss.job_now() - $2::integer * interval '1 s')
     -- Another process may be handing them back just now.
     FOR UPDATE SKIP LOCKED`,
    [QUEUE.jobs, silentSeconds, [...except]],
  );
  return rows.map((row) => takenJob.parse(row));
}

/** A key has room for one job that backs off (see settle-job.ts), and the interrupted one is due sooner. */
async function letWait(statements: Statements, lost: readonly TakenJob[]): Promise<void> {
  await statements.query(
    `DELETE FROM ${JOB_TABLE} job WHERE job.name = $1 AND job.singleton_key = ANY ($2::text[]) AND ${backsOff("job")}`,
    [QUEUE.jobs, lost.map(({ key }) => key)],
  );
  await statements.query(
    `UPDATE ${JOB_TABLE} SET state = 'retry', heartbeat_on = NULL,
       start_after = pgboss.job_now() + LEAST(30, 2 ^ LEAST(retry_count, 5) - 1) * random() * interval '1 s'
     WHERE name = $1 AND id = ANY ($2::uuid[]) AND state = 'active'`,
    [QUEUE.jobs, lost.map(({ id }) => id)],
  );
}

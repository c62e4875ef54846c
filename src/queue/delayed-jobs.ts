import type { PgBoss } from "pg-boss";
import { asRow, insertJobs } from "./insert-jobs.ts";
import { QUEUE, within } from "./boss.ts";
import type { Database, Statements } from "./database.ts";
import { jobKey, readJob } from "./job.ts";
import type { Job } from "./job.ts";

/** How many due jobs are moved in one transaction, so that it stays short. */
const MOVED_AT_ONCE = 100;

/**
 * Keeps a job until `at`. Equal delayed jobs merge into one at the EARLIEST of their times: a job reads what is true
 * when it runs, and one that finds itself early asks again for the time it needs.
 */
export async function insertDelayed(
  boss: PgBoss,
  statements: Statements,
  { job, at }: { readonly job: Job; readonly at: Date },
): Promise<void> {
  const key = jobKey(job);
  // Narrowed first: with the row in place the insert below is skipped by the queue's unique index.
  await statements.query(
    `UPDATE pgboss.job SET start_after = LEAST(start_after, $3::timestamptz)
     WHERE name = $1 AND singleton_key = $2 AND state = 'created'`,
    [QUEUE.delayed, key, at.toISOString()],
  );
  await boss.insert(QUEUE.delayed, [{ ...asRow(key, job), startAfter: at.toISOString() }], within(statements));
}

/** Turns the delayed jobs that are due into ordinary ones; returns how many it moved. */
export async function moveDueJobs(boss: PgBoss, database: Database): Promise<number> {
  return database.transaction(async (statements) => {
    const due = await boss.fetch(QUEUE.delayed, { batchSize: MOVED_AT_ONCE, ...within(statements) });
    if (due.length === 0) return 0;
    const jobs = due.map((row) => readJob(row.data)).flatMap((read) => (read.kind === "job" ? [read.job] : []));
    await insertJobs(boss, statements, jobs);
    await boss.deleteJob(
      QUEUE.delayed,
      due.map((row) => row.id),
      within(statements),
    );
    return due.length;
  });
}

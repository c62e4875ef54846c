import type { JobInsert, JobWithMetadata, PgBoss } from "pg-boss";
import { ordinaryRow, plainRow } from "./insert-jobs.ts";
import { QUEUE, within } from "./boss.ts";
import type { Database, Statements } from "./database.ts";
import { jobKey, readJob } from "./job.ts";
import type { Job } from "./job.ts";

/** How many due jobs are moved in one transaction, so that it stays short. */
const MOVED_AT_ONCE = 100;

/**
 * Keeps jobs, each of another key, until `at`. Equal delayed jobs merge into one at the EARLIEST of their times: a job
 * reads what is true when it runs, and one that finds itself early asks again for the time it needs.
 */
export async function insertDelayed(
  boss: PgBoss,
  statements: Statements,
  { jobs, at }: { readonly jobs: readonly Job[]; readonly at: Date },
): Promise<void> {
  // Narrowed first: with the row in place the insert below is skipped by the queue's unique index.
  await statements.query(
    `UPDATE pgboss.job SET start_after = LEAST(start_after, $3::timestamptz)
     WHERE name = $1 AND singleton_key = ANY($2::text[]) AND state = 'created'`,
    [QUEUE.delayed, jobs.map(jobKey), at.toISOString()],
  );
  const rows = jobs.map((job) => ({ ...plainRow(job), startAfter: at.toISOString() }));
  await boss.insert(QUEUE.delayed, rows, within(statements));
}

/**
 * Takes back a job that waits for a time to come, or that was given up on. One that could be taken now stays: it may have
 * been sent for news that came later. One that runs already runs to its end.
 */
export async function cancelWaiting(database: Database, job: Job): Promise<void> {
  await database.query(
    `DELETE FROM pgboss.job
     WHERE name IN ($1, $2, $3) AND singleton_key = $4 AND state < 'active' AND (state = 'retry' OR name <> $1)`,
    [QUEUE.jobs, QUEUE.delayed, QUEUE.dead, jobKey(job)],
  );
}

/** Turns delayed jobs that are due into ordinary ones, and says whether any job can be taken now. */
export async function findDueJobs(boss: PgBoss, database: Database): Promise<"due" | "nothing"> {
  // Asked first because it is cheap, and nearly always the answer is no.
  const [due] = await database.query(`SELECT ${existsDue("$1")} AS ordinary, ${existsDue("$2")} AS delayed`, [
    QUEUE.jobs,
    QUEUE.delayed,
  ]);
  if (due?.["delayed"] === true) await moveDueJobs(boss, database);
  return due?.["delayed"] === true || due?.["ordinary"] === true ? "due" : "nothing";
}

function existsDue(name: "$1" | "$2"): string {
  return `EXISTS (SELECT FROM pgboss.job WHERE name = ${name} AND state < 'active' AND start_after <= pgboss.job_now())`;
}

async function moveDueJobs(boss: PgBoss, database: Database): Promise<void> {
  const moved = await database.transaction(async (statements) => {
    const due = await boss.fetch<object>(QUEUE.delayed, {
      batchSize: MOVED_AT_ONCE,
      includeMetadata: true,
      ...within(statements),
    });
    if (due.length === 0) return 0;
    await boss.insert(QUEUE.jobs, due.map(asOrdinary), within(statements));
    const ids = due.map((row) => row.id);
    await boss.deleteJob(QUEUE.delayed, ids, within(statements));
    return due.length;
  });
  if (moved === MOVED_AT_ONCE) await moveDueJobs(boss, database);
}

/** What cannot be read moves as it is: the worker says why, once, and sends it to the dead letters. */
function asOrdinary({ data, singletonKey }: JobWithMetadata): JobInsert {
  const read = readJob(data);
  return read.kind === "job" ? ordinaryRow(read.job) : { data, singletonKey: singletonKey ?? "unreadable" };
}

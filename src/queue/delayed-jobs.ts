import { QUEUE } from "./boss.ts";
import type { Database, Statements } from "./database.ts";
import { JOB_TABLE, insertInto, insertJobs, moved, newRow } from "./insert-jobs.ts";
import { jobKey } from "./job.ts";
import type { Job } from "./job.ts";
import type { Urgency } from "./urgency.ts";

/** How many due jobs are moved in one transaction, so that it stays short. */
const MOVED_AT_ONCE = 100;

/**
 * Keeps jobs for so long. Equal delayed jobs merge into one at the EARLIEST of their times: a job reads what is true when it
 * runs, and one that finds itself early asks again for the time it needs.
 */
export async function insertDelayed(statements: Statements, { jobs, ...when }: Delayed): Promise<void> {
  await insertJobs(
    statements,
    jobs.map((job) => newRow(job, { queue: QUEUE.delayed, ...when })),
  );
}

interface Delayed {
  readonly jobs: readonly Job[];
  readonly urgency: Urgency;
  /** How long they are to wait. */
  readonly inMs: number;
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

/** Turns delayed jobs that are due into ordinary ones, and says whether any job may be there to be taken now. */
export async function findDueJobs(database: Database): Promise<"due" | "nothing"> {
  // Asked first because it is cheap, and nearly always the answer is no.
  const [due] = await database.query(`SELECT ${existsDue("$1")} AS ordinary, ${existsDue("$2")} AS delayed`, [
    QUEUE.jobs,
    QUEUE.delayed,
  ]);
  if (due?.["delayed"] === true) await moveDueJobs(database);
  return due?.["delayed"] === true || due?.["ordinary"] === true ? "due" : "nothing";
}

function existsDue(name: "$1" | "$2"): string {
  return `EXISTS (SELECT FROM pgboss.job WHERE name = ${name} AND state < 'active' AND start_after <= pgboss.job_now())`;
}

/** With the urgency they were sent with. What cannot be read moves as it is: see run-job.ts. */
async function moveDueJobs(database: Database): Promise<void> {
  const [count] = await database.query(moveDue, [QUEUE.jobs, QUEUE.delayed, MOVED_AT_ONCE]);
  if (count?.["moved"] === MOVED_AT_ONCE) await moveDueJobs(database);
}

// Each job is moved by one process alone: another one skips the rows that this one has locked.
const moveDue = `
  WITH due AS (
    DELETE FROM ${JOB_TABLE} WHERE name = $2 AND id = ANY (ARRAY(
      SELECT id FROM ${JOB_TABLE}
      WHERE name = $2 AND state < 'active' AND start_after <= pgboss.job_now()
      ORDER BY start_after LIMIT $3 FOR UPDATE SKIP LOCKED
    ))
    RETURNING *
  ), inserted AS (
    ${insertInto(moved("due", { queue: "$1", startAfter: "start_after" }))}
  )
  SELECT count(*)::int AS moved FROM due`;

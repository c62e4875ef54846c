import { z } from "zod";
import { QUEUE } from "./boss.ts";
import type { Statements } from "./database.ts";
import { JOB_TABLE } from "./insert-jobs.ts";

export interface JobCounts {
  /** Could be taken now (an equal one may have to end first). */
  readonly waiting: number;
  /** Could be taken now, were their line not paused. */
  readonly paused: number;
  readonly active: number;
  /** Failed, and backing off until their next try. */
  readonly backingOff: number;
  /** Not yet due. */
  readonly delayed: number;
  /** Given up on. */
  readonly dead: number;
  /** How long the oldest of the waiting ones could have been taken already. 0: none waits. */
  readonly oldestWaitingMs: number;
  readonly pausedLines: number;
}

// count() is a bigint, which PostgreSQL's driver hands over as text; hence the casts.
const countsRow = z.object({
  waiting: z.int(),
  paused: z.int(),
  active: z.int(),
  backingOff: z.int(),
  delayed: z.int(),
  dead: z.int(),
  oldestWaitingMs: z.number(),
  pausedLines: z.int(),
});

/** A delayed job that is due counts as waiting. Other queues of the same store are not counted. */
export async function countJobs(statements: Statements): Promise<JobCounts> {
  const [row] = await statements.query(count, [QUEUE.jobs, QUEUE.delayed, QUEUE.dead]);
  return countsRow.parse(row);
}

const count = `
  WITH pauses AS (
    SELECT line::text AS line FROM outcome.pauses WHERE until > pgboss.job_now()
  ), live AS (
    SELECT name, state, GREATEST(created_on, start_after) AS since,
      name <> $3 AND state < 'active' AND start_after <= pgboss.job_now() AS is_due,
      group_id = ANY (ARRAY(SELECT line FROM pauses)) AS is_paused
    FROM ${JOB_TABLE} WHERE name IN ($1, $2, $3) AND (state <= 'active' OR name = $3)
  )
  SELECT
    (count(*) FILTER (WHERE is_due AND is_paused IS NOT TRUE))::int AS waiting,
    (count(*) FILTER (WHERE is_due AND is_paused))::int AS paused,
    (count(*) FILTER (WHERE name = $1 AND state = 'active'))::int AS active,
    (count(*) FILTER (WHERE name = $1 AND state < 'active' AND NOT is_due))::int AS "backingOff",
    (count(*) FILTER (WHERE name = $2 AND state < 'active' AND NOT is_due))::int AS delayed,
    (count(*) FILTER (WHERE name = $3))::int AS dead,
    COALESCE(GREATEST(0, EXTRACT(epoch FROM
      pgboss.job_now() - min(since) FILTER (WHERE is_due AND is_paused IS NOT TRUE))), 0)::float8 * 1000
      AS "oldestWaitingMs",
    (SELECT count(*) FROM pauses)::int AS "pausedLines"
  FROM live`;

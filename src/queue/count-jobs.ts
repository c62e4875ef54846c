import { z } from "zod";
import { QUEUE } from "./boss.ts";
import type { Statements } from "./database.ts";

export interface JobCounts {
  /** Could be taken now (an equal one may have to end first). */
  readonly waiting: number;
  readonly active: number;
  /** Failed, and backing off until their next try. */
  readonly backingOff: number;
  /** Not yet due. */
  readonly delayed: number;
  /** Given up on. */
  readonly dead: number;
}

// count() is a bigint, which PostgreSQL's driver hands over as text; hence the casts.
const countsRow = z.object({
  waiting: z.int(),
  active: z.int(),
  backingOff: z.int(),
  delayed: z.int(),
  dead: z.int(),
});

/** A delayed job that is due counts as waiting. Other queues of the same store are not counted. */
export async function countJobs(statements: Statements): Promise<JobCounts> {
  const [row] = await statements.query(
    `SELECT
       (count(*) FILTER (WHERE name IN ($1, $2) AND state < 'active' AND start_after <= pgboss.job_now()))::int AS waiting,
       (count(*) FILTER (WHERE name = $1 AND state = 'active'))::int AS active,
       (count(*) FILTER (WHERE name = $1 AND state < 'active' AND start_after > pgboss.job_now()))::int AS "backingOff",
       (count(*) FILTER (WHERE name = $2 AND state < 'active' AND start_after > pgboss.job_now()))::int AS delayed,
       (count(*) FILTER (WHERE name = $3))::int AS dead
     FROM pgboss.job WHERE name IN ($1, $2, $3) AND (state <= 'active' OR name = $3)`,
    [QUEUE.jobs, QUEUE.delayed, QUEUE.dead],
  );
  return countsRow.parse(row);
}

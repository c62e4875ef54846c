import { QUEUE } from "./boss.ts";
import type { Statements } from "./database.ts";
import { JOB_TABLE, insertInto, moved } from "./insert-jobs.ts";
import { fromNow } from "./store-time.ts";
import type { Attempt } from "./take-jobs.ts";

/**
 * Lets a job that was taken wait again, in its old place or for `ms`, without a spent try. It merges into an equal one
 * that waits.
 */
export async function handBack(statements: Statements, attempt: Attempt, ms?: number): Promise<void> {
  const queue = ms === undefined ? QUEUE.jobs : QUEUE.delayed;
  await statements.query(back, [QUEUE.jobs, attempt.id, attempt.retryCount, queue, ms ?? null]);
}

const back = `
  WITH mine AS (
    DELETE FROM ${JOB_TABLE} WHERE name = $1 AND id = $2 AND retry_count = $3 AND state = 'active' RETURNING *
  )
  ${insertInto(moved("mine", { queue: "$4", startAfter: `COALESCE(${fromNow("$5")}, start_after)` }))}`;

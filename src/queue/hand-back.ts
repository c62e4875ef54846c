import { QUEUE } from "./boss.ts";
import type { Statements } from "./database.ts";
import { JOB_TABLE, mergeIntoWaiting } from "./insert-jobs.ts";
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

// With started_on left out the next taking does not count another try.
const back = `
  WITH mine AS (
    DELETE FROM ${JOB_TABLE} WHERE name = $1 AND id = $2 AND retry_count = $3 AND state = 'active' RETURNING *
  )
  INSERT INTO ${JOB_TABLE} (
    name, data, singleton_key, group_id, priority, retry_limit, retry_count, retry_delay, retry_delay_max, retry_backoff,
    start_after, created_on, keep_until, policy, dead_letter, expire_seconds, deletion_seconds
  )
  SELECT queue.name, mine.data, mine.singleton_key, mine.group_id, mine.priority, mine.retry_limit, mine.retry_count,
    mine.retry_delay, mine.retry_delay_max, mine.retry_backoff, COALESCE(${fromNow("$5")}, mine.start_after),
    mine.created_on, pgboss.job_now() + queue.retention_seconds * interval '1 s', queue.policy, queue.dead_letter,
    queue.expire_seconds, queue.deletion_seconds
  FROM mine JOIN pgboss.queue ON queue.name = $4
  ${mergeIntoWaiting}`;

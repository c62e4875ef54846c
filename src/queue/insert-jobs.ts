import type { QUEUE } from "./boss.ts";
import type { Statements } from "./database.ts";
import { jobData, jobKey, jobLine, jobPolicy } from "./job.ts";
import type { Job } from "./job.ts";
import { fromNow } from "./store-time.ts";
import { priorityOf } from "./urgency.ts";
import type { Urgency } from "./urgency.ts";

/**
 * Where the rows of all our queues are. pg-boss makes `pgboss.job` of parts, and only a part has the unique indices that
 * an upsert can name: "stately" has one for what waits, one for what backs off and one for what runs.
 */
export const JOB_TABLE = "pgboss.job_common";

/** The row of a job that waits already: the higher urgency and the earlier time count. */
export const mergeIntoWaiting = `
  ON CONFLICT (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'
  DO UPDATE SET priority = GREATEST(job_common.priority, excluded.priority),
    start_after = LEAST(job_common.start_after, excluded.start_after)
  WHERE job_common.priority < excluded.priority OR job_common.start_after > excluded.start_after`;

export interface NewJobs {
  readonly jobs: readonly Job[];
  readonly urgency: Urgency;
  /** How long they are to wait; not at all when not given. */
  readonly inMs?: number;
}

/**
 * Adds jobs to the waiting ones. Where an equal job waits already, that one has yet to read what is true and is only made
 * as urgent as this one. Where an equal job runs, the new one waits behind it: what it read may be older than the news.
 */
export async function insertJobs(
  statements: Statements,
  queue: (typeof QUEUE)["jobs" | "delayed"],
  { jobs, urgency, inMs }: NewJobs,
): Promise<void> {
  const distinct = new Map(jobs.map((job) => [jobKey(job), job]));
  if (distinct.size === 0) return;
  const rows = [...distinct].map(([key, job]) => ({ key, ...rowOf(job, urgency) }));
  await statements.query(insert, [queue, JSON.stringify(rows), inMs ?? null]);
}

// What pg-boss's own insert does, and the merging. Sorted, so that two processes that send the same jobs do not each wait
// for the other.
const insert = `
  INSERT INTO ${JOB_TABLE} (
    name, data, singleton_key, group_id, priority, retry_limit, retry_delay, retry_delay_max, retry_backoff,
    start_after, created_on, keep_until, policy, dead_letter, expire_seconds, deletion_seconds
  )
  SELECT queue.name, job.data, job.key, job.line, job.priority, job.tries, job.delay, job.delay_max, true,
    due.at, pgboss.job_now(), due.at + queue.retention_seconds * interval '1 s', queue.policy, queue.dead_letter,
    queue.expire_seconds, queue.deletion_seconds
  FROM json_to_recordset($2::text::json)
    AS job (key text, data jsonb, line text, priority integer, tries integer, delay integer, delay_max integer)
  JOIN pgboss.queue ON queue.name = $1
  CROSS JOIN (SELECT COALESCE(${fromNow("$3")}, pgboss.job_now()) AS at) due
  ORDER BY job.key
  ${mergeIntoWaiting}`;

function rowOf(job: Job, urgency: Urgency) {
  const { limit, delaySeconds, delayMaxSeconds } = jobPolicy(job.kind).retry;
  return {
    data: jobData(job),
    line: String(jobLine(job)),
    priority: priorityOf(job.kind, urgency),
    tries: limit,
    delay: delaySeconds,
    delay_max: delayMaxSeconds,
  };
}

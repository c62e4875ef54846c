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

/**
 * Whether a row backs off. Asked for by its state, which has an index too, a store that was never analysed goes through
 * all that back off to find the one of a key: 20,000 of them at an outage, for each that joins them.
 */
export const backsOff = (row: string) => `${row}.state < 'active' AND ${row}.state <> 'created'`;

/** The row of a job that waits already: the higher urgency and the earlier time count. */
export const mergeIntoWaiting = `
  ON CONFLICT (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'
  DO UPDATE SET priority = GREATEST(job_common.priority, excluded.priority),
    start_after = LEAST(job_common.start_after, excluded.start_after)
  WHERE job_common.priority < excluded.priority OR job_common.start_after > excluded.start_after`;

/**
 * Adds jobs to the waiting ones. Where an equal job waits already, that one has yet to read what is true and is only made
 * as urgent as this one. Where an equal job runs, the new one waits behind it: what it read may be older than the news.
 */
export async function insertJobs(statements: Statements, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  const distinct = [...new Map(rows.map((row) => [row.key, row])).values()];
  await statements.query(insertRows(`json_to_recordset($1::text::json) AS ${newRows}`), [JSON.stringify(distinct)]);
}

/** What `insertRows` inserts from, as the columns of a set of records. */
export const newRows = `job (queue text, in_ms float8, key text, data jsonb, line text, priority integer,
  tries integer, delay integer, delay_max integer)`;

/**
 * What pg-boss's own insert does, and the merging. Sorted, so that two processes that send the same jobs do not each wait
 * for the other.
 */
export const insertRows = (jobs: string) => `
  INSERT INTO ${JOB_TABLE} (
    name, data, singleton_key, group_id, priority, retry_limit, retry_delay, retry_delay_max, retry_backoff,
    start_after, created_on, keep_until, policy, dead_letter, expire_seconds, deletion_seconds
  )
  SELECT queue.name, job.data, job.key, job.line, job.priority, job.tries, job.delay, job.delay_max, true,
    due.at, pgboss.job_now(), due.at + queue.retention_seconds * interval '1 s', queue.policy, queue.dead_letter,
    queue.expire_seconds, queue.deletion_seconds
  FROM ${jobs}
  JOIN pgboss.queue ON queue.name = job.queue
  CROSS JOIN LATERAL (SELECT ${fromNow("job.in_ms")} AS at) due
  ORDER BY job.in_ms, job.key
  ${mergeIntoWaiting}`;

interface Sending {
  readonly queue: (typeof QUEUE)["jobs" | "delayed"];
  readonly urgency: Urgency;
  /** How long it is to wait. */
  readonly inMs: number;
}

export type NewRow = ReturnType<typeof newRow>;

/** See `newRows`. */
export function newRow(job: Job, { queue, urgency, inMs }: Sending) {
  const { limit, delaySeconds, delayMaxSeconds } = jobPolicy(job.kind).retry;
  return {
    queue,
    in_ms: inMs,
    key: jobKey(job),
    data: jobData(job),
    line: String(jobLine(job)),
    priority: priorityOf(job.kind, urgency),
    tries: limit,
    delay: delaySeconds,
    delay_max: delayMaxSeconds,
  };
}

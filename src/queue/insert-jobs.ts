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
const mergeIntoWaiting = `
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

export const insertRows = (jobs: string) =>
  insertInto(`
    SELECT job.queue AS name, job.data, job.key AS singleton_key, job.line AS group_id, job.priority,
      job.tries AS retry_limit, 0 AS retry_count, job.delay AS retry_delay, job.delay_max AS retry_delay_max,
      true AS retry_backoff, ${fromNow("job.in_ms")} AS start_after, pgboss.job_now() AS created_on
    FROM ${jobs}`);

/** What a job brings along. The rest of its row is its queue's, or pg-boss's own affair. */
const brought = [
  "data, singleton_key, group_id, priority, start_after, created_on",
  "retry_limit, retry_count, retry_delay, retry_delay_max, retry_backoff",
].flatMap((columns) => columns.split(", "));

/**
 * Inserts rows with a queue's name each, as pg-boss's own insert does, and merges. Sorted, so that two processes that send
 * the same jobs do not each wait for the other. With started_on left out the next taking does not count another try.
 */
export const insertInto = (rows: string) => `
  INSERT INTO ${JOB_TABLE} (
    name, ${brought.join(", ")}, keep_until, policy, dead_letter, expire_seconds, deletion_seconds
  )
  SELECT queue.name, ${brought.map((column) => `new.${column}`).join(", ")},
    GREATEST(new.start_after, pgboss.job_now()) + queue.retention_seconds * interval '1 s', queue.policy,
    queue.dead_letter, queue.expire_seconds, queue.deletion_seconds
  FROM (${rows}) new
  JOIN pgboss.queue ON queue.name = new.name
  ORDER BY new.name, new.singleton_key
  ${mergeIntoWaiting}`;

/** Those rows, which stood elsewhere so far, as they are but for where they go and from when on they may be taken. */
export const moved = (rows: string, to: { readonly queue: string; readonly startAfter: string }) => `
  SELECT ${to.queue} AS name, ${to.startAfter} AS start_after, COALESCE(singleton_key, id::text) AS singleton_key,
    ${brought.filter((column) => column !== "start_after" && column !== "singleton_key").join(", ")}
  FROM ${rows}`;

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

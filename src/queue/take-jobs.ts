import { z } from "zod";
import { QUEUE } from "./boss.ts";
import type { Database } from "./database.ts";
import { JOB_TABLE } from "./insert-jobs.ts";
import { APP_LINE } from "./job.ts";
import { FRESH_FROM, type Urgency } from "./urgency.ts";

/** A job that a worker took. Only the current try of a job can be settled: see settle-job.ts. */
export const takenJob = z
  .object({
    id: z.string(),
    /** Not read yet: another version of the app may have written it. */
    data: z.unknown(),
    key: z.string(),
    line: z.string(),
    retryCount: z.int(),
    retryLimit: z.int(),
  })
  .readonly();
export type TakenJob = z.infer<typeof takenJob>;

/** A try that a worker holds: a statement settles it only while it is still the job's current one. */
export type Attempt = Pick<TakenJob, "id" | "key" | "line" | "retryCount" | "retryLimit">;

export interface Taking {
  readonly room: number;
  /** The line that had its turn last. */
  readonly after: string;
  /** What is looked for first. */
  readonly first: Urgency;
}

/**
 * Takes up to `room` jobs, in the order in which lines had their turn. The lines that wait, beginning behind `after`, take
 * turns; those with the fewest running jobs come first; a paused line is passed over. Fresh jobs of all lines go before
 * background ones, and of one line those with the higher priority, then those that wait longest.
 */
export async function takeJobs(database: Database, { room, after, first }: Taking): Promise<readonly TakenJob[]> {
  const rows = await database.query(
    `SELECT id, data, key, line, retry_count AS "retryCount", retry_limit AS "retryLimit"
     FROM outcome.take_jobs($1, $2, $3) ORDER BY part, load, turn`,
    [room, after, first === "background"],
  );
  return rows.map((row) => takenJob.parse(row));
}

/** Makes what taking needs in the store, where it is not there yet. pg-boss's tables must be. */
export async function prepareTaking(database: Database): Promise<void> {
  await database.migration(async (statements) => {
    // Several processes may start at once; the number is arbitrary.
    await statements.query("SELECT pg_advisory_xact_lock(726178114)");
    await statements.query(index);
    await statements.query(takeFunction);
  });
}

// Lines are compared byte by byte: the order is of no matter, and this is the quickest.
const line = (row: string) => `(COALESCE(${row}group_id, '${APP_LINE}') COLLATE "C")`;
const isBackground = (row: string) => `(${row}priority < ${FRESH_FROM})`;
const isWaiting = (row: string) => `${row}name = '${QUEUE.jobs}' AND ${row}state < 'active'`;

/** From line to line it is one step each, however many jobs wait in one; and within a line they are in their order. */
const index = `
  CREATE INDEX IF NOT EXISTS job_turns ON ${JOB_TABLE} (${isBackground("")}, ${line("")}, priority DESC, start_after)
  WHERE ${isWaiting("")}`;

/** The next line with waiting jobs of this part. */
const nextLine = (after: string) => `
  SELECT ${line("job.")} AS line FROM ${JOB_TABLE} job
  WHERE ${isWaiting("job.")} AND ${isBackground("job.")} = part.background
    AND ${line("job.")} > ${after} AND ${line("job.")} <= part.last
  ORDER BY ${line("job.")} LIMIT 1`;

/**
 * One statement, as a function in the store, so that it is planned once for each connection: planning takes longer than
 * running (with 20,000 waiting jobs: 2.2 and 0.4 ms). It does to a row what pg-boss's fetch does.
 *
 * Processes take one after the other: each sees what the one before made active, so that no key ever runs twice. (The
 * lock is taken by a statement of its own, for a statement sees what was true when it began.)
 *
 * `part`: the wanted urgency, then the other one; each from behind the last line to the end, then from the beginning.
 * "~" comes after every digit. Looking stops at 16 candidates, or four for each free place.
 *
 * Whoever changes what it takes or answers must give it another name: an older process may be running beside a newer one.
 */
const takeFunction = `
  CREATE OR REPLACE FUNCTION outcome.take_jobs(room integer, after text, background_first boolean)
  RETURNS TABLE (id uuid, data jsonb, key text, line text, retry_count integer, retry_limit integer,
    part integer, load bigint, turn bigint)
  -- Without statistics, as on a new store, the planner would rather sort all that waits than walk the index; and what it
  -- is told to avoid looks so dear to it that it would compile the statement first, which takes a second.
  LANGUAGE plpgsql SET enable_sort = off SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
  #variable_conflict use_column
  BEGIN
  PERFORM pg_advisory_xact_lock(726178115);
  RETURN QUERY
  WITH active AS MATERIALIZED (
    SELECT ${line("job.")} AS line, COALESCE(job.singleton_key, '') AS key
    FROM ${JOB_TABLE} job WHERE job.name = '${QUEUE.jobs}' AND job.state = 'active'
  ),
  candidates AS MATERIALIZED (
    SELECT due.id, due.key, waiting.line, part.nr AS part, row_number() OVER () AS turn
    FROM (VALUES
      (1, background_first, take_jobs.after, '~'), (1, background_first, '', take_jobs.after),
      (2, NOT background_first, take_jobs.after, '~'), (2, NOT background_first, '', take_jobs.after)
    ) AS part (nr, background, after, last)
    CROSS JOIN LATERAL (
      WITH RECURSIVE lines AS (
        (${nextLine("part.after")})
        UNION ALL
        SELECT next.line FROM lines CROSS JOIN LATERAL (${nextLine("lines.line")}) next
      )
      SELECT lines.line FROM lines
    ) waiting
    CROSS JOIN LATERAL (
      SELECT job.id, COALESCE(job.singleton_key, '') AS key FROM ${JOB_TABLE} job
      WHERE ${isWaiting("job.")} AND ${isBackground("job.")} = part.background AND ${line("job.")} = waiting.line
        AND job.start_after <= pgboss.job_now()
        AND COALESCE(job.singleton_key, '') <> ALL (ARRAY(SELECT active.key FROM active))
      ORDER BY job.priority DESC, job.start_after LIMIT room
    ) due
    -- Hashed, unlike an array: a thousand paused lines are passed over in a few milliseconds.
    WHERE waiting.line NOT IN (SELECT pause.line::text FROM outcome.pauses pause WHERE pause.until > pgboss.job_now())
    LIMIT GREATEST(16, room * 4)
  ),
  -- A job may wait twice, once of them for its next try.
  once AS (SELECT DISTINCT ON (candidates.key) candidates.* FROM candidates ORDER BY candidates.key, candidates.turn),
  chosen AS (
    SELECT once.*, row_number() OVER (PARTITION BY once.line ORDER BY once.turn)
      + (SELECT count(*) FROM active WHERE active.line = once.line) AS load
    FROM once ORDER BY once.part, load, once.turn LIMIT room
  ),
  -- Never waits for a row: who holds it is about to take it back, or to make it more urgent and then to wake a worker.
  locked AS MATERIALIZED (
    SELECT chosen.* FROM chosen JOIN ${JOB_TABLE} job ON job.name = '${QUEUE.jobs}' AND job.id = chosen.id
    WHERE job.state < 'active' FOR UPDATE OF job SKIP LOCKED
  )
  UPDATE ${JOB_TABLE} job SET state = 'active', started_on = pgboss.job_now(), heartbeat_on = pgboss.job_now(),
    retry_count = job.retry_count + CASE WHEN job.started_on IS NULL THEN 0 ELSE 1 END
  FROM locked WHERE job.name = '${QUEUE.jobs}' AND job.id = locked.id
  RETURNING job.id, job.data, COALESCE(job.singleton_key, job.id::text), locked.line, job.retry_count, job.retry_limit,
    locked.part, locked.load, locked.turn;
  END $$`;

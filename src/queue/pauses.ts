import { QUEUE } from "./boss.ts";
import type { Statements } from "./database.ts";
import { JOB_TABLE } from "./insert-jobs.ts";
import { fromNow } from "./store-time.ts";

/** For how long nothing of a line is taken, and why, in words for the people who run the app. */
export interface Pause {
  readonly until: Date;
  readonly reason: string;
}

export interface Pausing {
  readonly ms: number;
  readonly reason: string;
  /** The id of the running job that met the reason; nobody's where somebody else says so. */
  readonly metBy?: string;
}

/**
 * Nothing of the line is taken for so long. Of several pauses the longest counts, with its reason. What a job met that
 * began before the line was resumed is over.
 */
export async function pauseLine(statements: Statements, line: number, pausing: Pausing): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.pauses (line, until, reason) VALUES ($1, ${fromNow("$2")}, $3)
     ON CONFLICT (line) DO UPDATE SET until = excluded.until, reason = excluded.reason
     WHERE pauses.until < excluded.until AND COALESCE(pauses.resumed_at <= (
       SELECT job.started_on FROM ${JOB_TABLE} job WHERE job.name = $4 AND job.id = $5::uuid
     ), true)`,
    [line, pausing.ms, pausing.reason, QUEUE.jobs, pausing.metBy ?? null],
  );
}

/** The row stays for a while, for jobs that run already and are about to meet what is over. */
export async function resumeLine(statements: Statements, line: number): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.pauses (line, until, reason, resumed_at)
     VALUES ($1, pgboss.job_now(), 'Resumed', pgboss.job_now())
     ON CONFLICT (line) DO UPDATE
     SET until = excluded.until, reason = excluded.reason, resumed_at = excluded.resumed_at`,
    [line],
  );
}

/** No job runs for an hour: see run-job.ts. */
export async function forgetEndedPauses(statements: Statements): Promise<void> {
  await statements.query(
    `DELETE FROM outcome.pauses
     WHERE until <= pgboss.job_now() AND COALESCE(resumed_at < pgboss.job_now() - interval '1 hour', true)`,
  );
}

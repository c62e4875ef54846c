import { z } from "zod";
import { QUEUE } from "./boss.ts";
import { countJobs } from "./count-jobs.ts";
import type { JobCounts } from "./count-jobs.ts";
import type { Statements } from "./database.ts";

/** What operators watch. */
export interface StoreFigures {
  readonly jobs: JobCounts;
  /** How long the oldest job has waited that could be taken now; 0 where none waits. */
  readonly oldestSeconds: number;
  readonly pausedLines: number;
}

const oldestRow = z.object({ seconds: z.number() });

/** Reads the figures as of now. */
export async function readStoreFigures(statements: Statements): Promise<StoreFigures> {
  const jobs = await countJobs(statements);
  const [row] = await statements.query(
    `SELECT coalesce(max(extract(epoch FROM pgboss.job_now() - greatest(created_on, start_after))), 0)::float8 AS seconds
     FROM pgboss.job WHERE name = $1 AND state < 'active' AND start_after <= pgboss.job_now()`,
    [QUEUE.jobs],
  );
  return { jobs, oldestSeconds: Math.max(0, oldestRow.parse(row).seconds), pausedLines: 0 };
}

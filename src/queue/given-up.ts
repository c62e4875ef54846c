import { z } from "zod";
import { QUEUE } from "./boss.ts";
import type { Statements } from "./database.ts";
import { jobKey } from "./job.ts";
import type { Job } from "./job.ts";

/**
 * Whether a job stands in the dead letters and nothing else will do its work: no equal one waits, runs or backs off.
 * One that is done takes its dead letter away, so false says as well that it was done since.
 */
export async function isGivenUp(statements: Statements, job: Job): Promise<boolean> {
  const [row] = await statements.query(
    // Apart, for what waits has an index by its key, and of those that run there are few.
    `SELECT count(*) FILTER (WHERE name = $2)::integer AS dead, count(*) FILTER (WHERE name <> $2)::integer AS others
     FROM (
       SELECT name FROM pgboss.job WHERE name IN ($1, $2) AND singleton_key = $3 AND state < 'active'
       UNION ALL
       SELECT name FROM pgboss.job WHERE name = $1 AND singleton_key = $3 AND state = 'active'
     ) job`,
    [QUEUE.jobs, QUEUE.dead, jobKey(job)],
  );
  const { dead, others } = z.object({ dead: z.number(), others: z.number() }).parse(row);
  return dead > 0 && others === 0;
}

/** An installation that is gone has nothing left to look at, whatever waits for it. Its own forgetting is kept. */
export async function dropJobsOf(statements: Statements, installation: number): Promise<void> {
  await statements.query(
    `DELETE FROM pgboss.job
     WHERE name IN ($1, $2, $3) AND state < 'active' AND (data ->> 'installation')::bigint = $4
       AND data ->> 'kind' <> 'forget-installation'`,
    [QUEUE.jobs, QUEUE.delayed, QUEUE.dead, installation],
  );
}

import type { PgBoss } from "pg-boss";
import { QUEUE, within } from "./boss.ts";
import type { Database } from "./database.ts";

/**
 * Hands back the jobs that a killed process left active. Only for a store that one process holds alone.
 * The interrupted attempt counts as a try, or a job that kills its process would do so for ever.
 */
export async function handBackOrphans(boss: PgBoss, database: Database): Promise<number> {
  return database.transaction(async (statements) => {
    // A key has room for one job that backs off (see settle-job.ts), and the interrupted one is due sooner.
    await statements.query(
      `DELETE FROM pgboss.job backing_off WHERE name = $1 AND state = 'retry' AND EXISTS (
         SELECT FROM pgboss.job orphan
         WHERE orphan.name = $1 AND orphan.state = 'active' AND orphan.singleton_key = backing_off.singleton_key)`,
      [QUEUE.jobs],
    );
    const rows = await statements.query("SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active'", [QUEUE.jobs]);
    if (rows.length === 0) return 0;
    const ids = rows.map((row) => String(row["id"]));
    await boss.fail(QUEUE.jobs, ids, { message: "The process stopped while the job ran" }, within(statements));
    await statements.query(
      "UPDATE pgboss.job SET start_after = pgboss.job_now() WHERE name = $1 AND state = 'retry' AND id = ANY($2::uuid[])",
      [QUEUE.jobs, ids],
    );
    return rows.length;
  });
}

import { QUEUE } from "./boss.ts";
import type { Database } from "./database.ts";
import { JOB_TABLE, insertRows, newRows } from "./insert-jobs.ts";

/** Makes what storing deliveries needs in the store, where it is not there yet. pg-boss's tables must be. */
export async function prepareStoring(database: Database): Promise<void> {
  await database.transaction(async (statements) => {
    // Several processes may start at once; the number is arbitrary.
    await statements.query("SELECT pg_advisory_xact_lock(726178117)");
    await statements.query(storeFunction);
  });
}

/** Of one delivery that was seen before, and of another under the same id, only what was given up on is sent. */
const wantedJobs = `
  SELECT DISTINCT ON (job.key) job.*
  FROM json_to_recordset(asked) AS ${newRows.replace("job (", "job (hook_id text, delivery_id text, ")}
  WHERE (job.hook_id, job.delivery_id) IN (SELECT added.hook_id, added.delivery_id FROM added)
    OR (SELECT true FROM ${JOB_TABLE} dead
      WHERE dead.name = '${QUEUE.dead}' AND dead.singleton_key = job.key AND dead.state < 'active' LIMIT 1)
  ORDER BY job.key`;

/**
 * Deliveries and their jobs in one statement, so that nobody else's statement comes between, and as a function in the
 * store, so that it is planned once for each connection: planning takes longer than running.
 *
 * It answers the deliveries that were not there yet, each with whether its body was. Two processes that get the same body
 * at the same moment both find it new: it is a hint, and the id stays what counts.
 *
 * Whoever changes what it takes or answers must give it another name: an older process may be running beside a newer one.
 */
const storeFunction = `
  CREATE OR REPLACE FUNCTION outcome.store_deliveries(arrived json, asked json, now timestamptz)
  RETURNS TABLE (hook_id text, delivery_id text, is_known boolean)
  -- Planned while the tables are still empty, it would read them whole for ever.
  LANGUAGE plpgsql SET enable_seqscan = off SET jit = off AS $$
  #variable_conflict use_column
  BEGIN
  RETURN QUERY
  WITH added AS (
    INSERT INTO outcome.deliveries (hook_id, delivery_id, event, body_digest, received_at)
    SELECT arrival.hook_id, arrival.delivery_id, arrival.event, arrival.body_digest, store_deliveries.now
    FROM json_to_recordset(arrived) AS arrival (hook_id text, delivery_id text, event text, body_digest text)
    -- In one order everywhere, or two processes that add the same rows could each wait for the other.
    ORDER BY arrival.hook_id, arrival.delivery_id
    ON CONFLICT DO NOTHING
    RETURNING deliveries.hook_id, deliveries.delivery_id, deliveries.body_digest
  ), sent AS (${insertRows(`(${wantedJobs}) job`)})
  SELECT added.hook_id, added.delivery_id, (
    -- As it was before this statement. One look into the index each: asked with EXISTS, a store that was never analysed,
    -- as the embedded one, reads all of the table instead.
    SELECT true FROM outcome.deliveries seen
    WHERE seen.body_digest = added.body_digest AND seen.hook_id = added.hook_id LIMIT 1
  ) IS NOT NULL
  FROM added;
  END $$`;

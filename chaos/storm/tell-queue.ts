import type { Statements } from "../../src/queue/database.ts";

/** What is still to be done, a line for each sort of job, and which lines are paused: where to look for what hangs. */
export async function tellQueue(statements: Statements): Promise<readonly string[]> {
  const rows = [...(await statements.query(jobsBySort)), ...(await statements.query(pausedLines))];
  return rows.length === 0 ? ["nothing"] : rows.map(({ told }) => String(told));
}

// In seconds from now by the store's clock; what is due already is below zero.
const seconds = (time: string) => `round(EXTRACT(epoch FROM ${time} - pgboss.job_now()))::int`;

const jobsBySort = `
  SELECT format('%s %s in "%s": %s, due in %s to %s s, tried again up to %s times', count(*), state, name,
    data->>'kind', ${seconds("min(start_after)")}, ${seconds("max(start_after)")}, max(retry_count)) AS told
  FROM pgboss.job WHERE state <= 'active'
  GROUP BY name, state, data->>'kind' ORDER BY name, state, count(*) DESC, data->>'kind'`;

const pausedLines = `
  SELECT format('line %s is paused for %s s: %s', line, ${seconds("until")}, reason) AS told
  FROM outcome.pauses WHERE until > pgboss.job_now() ORDER BY line`;

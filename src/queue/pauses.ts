import type { Statements } from "./database.ts";
import { fromNow } from "./store-time.ts";

/** For how long nothing of a line is taken, and why, in words for the people who run the app. */
export interface Pause {
  readonly until: Date;
  readonly reason: string;
}

export interface Pausing {
  readonly ms: number;
  readonly reason: string;
}

/** Nothing of the line is taken for so long. Of several pauses the longest counts, with its reason. */
export async function pauseLine(statements: Statements, line: number, { ms, reason }: Pausing): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.pauses (line, until, reason) VALUES ($1, ${fromNow("$2")}, $3)
     ON CONFLICT (line) DO UPDATE SET until = excluded.until, reason = excluded.reason
     WHERE pauses.until < excluded.until`,
    [line, ms, reason],
  );
}

export async function resumeLine(statements: Statements, line: number): Promise<void> {
  await statements.query("DELETE FROM outcome.pauses WHERE line = $1", [line]);
}

export async function forgetEndedPauses(statements: Statements): Promise<void> {
  await statements.query("DELETE FROM outcome.pauses WHERE until <= pgboss.job_now()");
}

import type { Statements } from "./database.ts";

/** For how long nothing of a line is taken, and why, in words for the people who run the app. */
export interface Pause {
  readonly until: Date;
  readonly reason: string;
}

/** Nothing of the line is taken until then. Of several pauses the longest counts, with its reason. */
export async function pauseLine(statements: Statements, line: number, { until, reason }: Pause): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.pauses (line, until, reason) VALUES ($1, $2, $3)
     ON CONFLICT (line) DO UPDATE SET until = excluded.until, reason = excluded.reason
     WHERE pauses.until < excluded.until`,
    [line, until.toISOString(), reason],
  );
}

export async function resumeLine(statements: Statements, line: number): Promise<void> {
  await statements.query("DELETE FROM outcome.pauses WHERE line = $1", [line]);
}

export async function forgetEndedPauses(statements: Statements, now: Date): Promise<void> {
  await statements.query("DELETE FROM outcome.pauses WHERE until <= $1", [now.toISOString()]);
}

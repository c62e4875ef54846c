import { z } from "zod";
import type { Statements } from "./database.ts";

const nextRow = z.object({ next_at: z.coerce.date().nullable() });

/** When merged work is looked at next, in whichever repository; it may have passed. Null: never, as far as is known. */
export async function nextFollowUp(statements: Statements): Promise<Date | null> {
  const [row] = await statements.query(`SELECT min(next_at) AS next_at FROM outcome.follow_ups`, []);
  return row === undefined ? null : nextRow.parse(row).next_at;
}

import { z } from "zod";
import type { Database } from "./database.ts";

/** How far work got that goes on through restarts. Losing a mark costs work that was done already, and no more. */
export interface Marks {
  read(name: MarkName): Promise<string | null>;
  /** Null takes it away. */
  write(name: MarkName, value: string | null): Promise<void>;
}

export type MarkName = "deliveries-scanned-to" | "deliveries-backlog" | "swept-at" | `parked-${number}`;

export function marksIn(database: Database): Marks {
  return {
    async read(name) {
      const [row] = await database.query("SELECT value FROM outcome.marks WHERE name = $1", [name]);
      return row === undefined ? null : z.object({ value: z.string() }).parse(row).value;
    },
    async write(name, value) {
      if (value === null) await database.query("DELETE FROM outcome.marks WHERE name = $1", [name]);
      else {
        await database.query(
          `INSERT INTO outcome.marks (name, value) VALUES ($1, $2)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
          [name, value],
        );
      }
    },
  };
}

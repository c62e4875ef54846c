import { describe } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { openTestStore } from "./store.ts";

/** A PostgreSQL server for tests: `scripts/with-postgres.sh npm test` starts one. */
export const postgresUrl = process.env["TEST_DATABASE_URL"];

/** Tells the same of both stores. Without a PostgreSQL at hand its half is skipped, by name. */
export function onEveryStore(name: string, tell: (open: () => Promise<Database>) => void): void {
  describe(`${name}, on the embedded store`, () => {
    tell(openTestStore);
  });
  describe.skipIf(postgresUrl === undefined)(`${name}, on PostgreSQL (TEST_DATABASE_URL)`, () => {
    tell(() => openPostgresStore(postgresUrl ?? ""));
  });
}

import { describe } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { createPostgresDatabase } from "./postgres-database.ts";
import { openTestStore } from "./store.ts";

/** A PostgreSQL server for tests: `scripts/with-postgres.sh npm test` starts one. */
export const postgresUrl = process.env["TEST_DATABASE_URL"];

async function openPostgresStore(server: string): Promise<Database> {
  const { url, drop } = await createPostgresDatabase(server);
  const database = await openPostgres(withTestClock(url), { logError: () => {} });
  // pg-boss would tell each connection that a TestClock holds; here all of them know from the start.
  const db = database.boss.db && { ...database.boss.db, setSessionStatements: async () => {} };
  const close = async () => {
    await database.close();
    await drop();
  };
  return { ...database, boss: { ...database.boss, ...(db && { db }) }, close };
}

function withTestClock(url: string): string {
  const watched = new URL(url);
  watched.searchParams.set("options", "-c pgboss.test_clock=on");
  return watched.href;
}

/** Tells the same of both stores. Without a PostgreSQL at hand its half is skipped, by name. */
export function onEveryStore(name: string, tell: (open: () => Promise<Database>) => void): void {
  describe(`${name}, on the embedded store`, () => {
    tell(openTestStore);
  });
  describe.skipIf(postgresUrl === undefined)(`${name}, on PostgreSQL (TEST_DATABASE_URL)`, () => {
    tell(() => openPostgresStore(postgresUrl ?? ""));
  });
}

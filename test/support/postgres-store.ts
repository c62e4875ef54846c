import type { Database } from "../../src/queue/database.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { createPostgresDatabase } from "./postgres-database.ts";

/** An empty store on this server, which a TestClock can drive. */
export async function openPostgresStore(server: string): Promise<Database> {
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

import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Statements } from "../../src/queue/database.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { openQueue } from "../../src/queue/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { delivery, reconcile } from "../support/queue.ts";
import { createPostgresDatabase } from "../support/postgres-database.ts";
import { onEveryStore, postgresUrl } from "../support/stores.ts";

onEveryStore("a delivery", (open) => {
  test("becomes a job that is done once", async () => {
    const database = await open();
    const queue = await openQueue({ database, logger: silentLogger });
    const done: unknown[] = [];
    await queue.work(async (job) => void done.push(job));
    await queue.record(delivery("a"), [reconcile(1)]);
    await queue.record(delivery("a"), [reconcile(1)]);
    await queue.idle();
    await queue.stop();
    await database.close();
    expect(done).toEqual([reconcile(1)]);
  });
});

test.skipIf(postgresUrl === undefined)(
  "a connection that is cut between two statements fails its transaction and nothing else (TEST_DATABASE_URL)",
  async () => {
    const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
    const database = await openPostgres(url, { logError: () => {} });
    const cut = database.transaction(async (statements) => {
      const [own] = await statements.query("SELECT pg_backend_pid() AS pid");
      await database.query("SELECT pg_terminate_backend($1)", [own?.["pid"]]);
      // The connection hears of it while nobody asks it anything.
      await delay(100);
      return statements.query("SELECT 1 AS one");
    });
    await expect(cut).rejects.toThrow("connection");
    expect(await database.transaction((statements) => statements.query("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
    await database.close();
    await drop();
  },
);

test.skipIf(postgresUrl === undefined)(
  "a transaction that goes on after a statement failed is not taken for stored (TEST_DATABASE_URL)",
  async () => {
    const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
    const database = await openPostgres(url, { logError: () => {} });
    const swallowing = database.transaction(async (statements) => {
      await statements.query("INSERT INTO outcome.marks (name, value) VALUES ('swept-at', 'now')");
      await statements.query("SELECT 1 / 0").catch(() => undefined); // As careless code might.
    });
    await expect(swallowing).rejects.toThrow("undone");
    expect(await database.query("SELECT name FROM outcome.marks")).toEqual([]);
    await database.close();
    await drop();
  },
);

test.skipIf(postgresUrl === undefined)(
  "of two transactions that wait for each other both are done (TEST_DATABASE_URL)",
  async () => {
    const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
    const database = await openPostgres(url, { logError: () => {} });
    await database.query("CREATE TABLE outcome.pages (name text, turns integer)");
    await database.query("INSERT INTO outcome.pages VALUES ('a', 0), ('b', 0)");
    let begun = 0;
    const bothBegan = Promise.withResolvers<void>();
    const turn = (first: string, second: string) =>
      database.transaction(async (statements) => {
        await statements.query("UPDATE outcome.pages SET turns = turns + 1 WHERE name = $1", [first]);
        begun += 1;
        if (begun === 2) bothBegan.resolve();
        await bothBegan.promise;
        await statements.query("UPDATE outcome.pages SET turns = turns + 1 WHERE name = $1", [second]);
      });
    await Promise.all([turn("a", "b"), turn("b", "a")]);
    const rows = await database.query("SELECT name, turns FROM outcome.pages ORDER BY name");
    expect(rows).toEqual(["a", "b"].map((name) => ({ name, turns: 2 })));
    await database.close();
    await drop();
  },
);

const slow = (statements: Statements) => statements.query("SELECT pg_sleep(0.6)");

test.skipIf(postgresUrl === undefined)(
  "a statement is cut off where it takes too long, unless it changes tables (TEST_DATABASE_URL)",
  async () => {
    const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
    const database = await openPostgres(url, { logError: () => {}, statementMs: 300 });
    await expect(database.transaction(slow)).rejects.toThrow("timeout");
    expect(await database.migration(slow)).toHaveLength(1);
    await database.close();
    await drop();
  },
);

test.skipIf(postgresUrl === undefined)(
  "the job queue's own statements are cut off as well, unless they change its tables (TEST_DATABASE_URL)",
  async () => {
    const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
    const database = await openPostgres(url, { logError: () => {}, statementMs: 300 });
    const run = async (sql: string) => database.boss.db?.executeSql(sql);
    await expect(run("SELECT pg_sleep(0.6)")).rejects.toThrow("timeout");
    await run("BEGIN; CREATE TABLE slow AS SELECT FROM pg_sleep(0.6); COMMIT");
    expect(await run("SELECT count(*)::int AS rows FROM slow")).toEqual({ rows: [{ rows: 1 }] });
    await database.close();
    await drop();
  },
);

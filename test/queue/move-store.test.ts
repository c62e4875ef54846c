import { describe, expect, onTestFinished, test } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import type { Job } from "../../src/queue/job.ts";
import { moveStore } from "../../src/queue/move-store.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { openQueue } from "../../src/queue/queue.ts";
import type { Queue } from "../../src/queue/queue.ts";
import { delivery, reconcile } from "../support/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { openTestStore } from "../support/store.ts";
import { createPostgresDatabase } from "../support/postgres-database.ts";
import { postgresUrl } from "../support/stores.ts";

const review: Job = { kind: "review-problem", installation: 8, repository: repositoryOf(80), number: 5 };

function repositoryOf(id: number) {
  return { id, owner: "ada", name: "engine" };
}

async function withQueue<Result>(database: Database, use: (queue: Queue) => Promise<Result>): Promise<Result> {
  const queue = await openQueue({ database, logger: silentLogger });
  try {
    return await use(queue);
  } finally {
    await queue.stop({ graceMs: 0 });
  }
}

/** A store with a job of every state, and rows of the index. */
async function fill(database: Database): Promise<void> {
  await withQueue(database, async (queue) => {
    await queue.work(async () => {
      throw new Error("502");
    });
    await queue.record(delivery("a"), [reconcile(1)]);
    await queue.idle();
    await database.query(
      "UPDATE pgboss.job SET retry_count = retry_limit - 1, start_after = now() WHERE state = 'retry'",
    );
    await queue.idle();
    await queue.record(delivery("b"), [reconcile(2)]);
    await queue.idle();
  });
  await database.query("UPDATE pgboss.job SET start_after = now() + interval '1 h' WHERE state = 'retry'");
  await withQueue(database, async (queue) => {
    await queue.record(delivery("c"), [reconcile(3)]);
    await queue.sendLater(reconcile(4), new Date(Date.now() + 30 * 24 * 3600 * 1000));
    await queue.sendLater(review, new Date(Date.now() + 3600 * 1000));
    await queue.pause(8, new Date(Date.now() + 7200 * 1000), "It was suspended");
  });
  await database.query("INSERT INTO outcome.heads VALUES (7, 70, 1, 'c0ffee'), (7, 9007199254740991, 2, 'decade')");
  await database.query("INSERT INTO outcome.thread_comments VALUES (7, 70, 1, NULL, NULL, false)");
}

async function rowsOf(database: Database): Promise<readonly unknown[]> {
  const tables = ["pgboss.job", "outcome.deliveries", "outcome.heads", "outcome.thread_comments", "outcome.pauses"];
  const found = await Promise.all(
    tables.map((table) => database.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`)),
  );
  return found.map((rows) => rows.map(({ row }) => row));
}

/** An embedded store, and an empty one on the server with its tables made. */
async function openBoth(): Promise<{ from: Database; to: Database }> {
  const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
  const [from, to] = [await openTestStore(), await openPostgres(url, { logError: () => {} })];
  onTestFinished(async () => {
    await Promise.all([from.close(), to.close()]);
    await drop();
  });
  await withQueue(to, async () => {});
  return { from, to };
}

describe.skipIf(postgresUrl === undefined)("a store that is moved into PostgreSQL (TEST_DATABASE_URL)", () => {
  test("is there row by row as it was, and stays where it was too", async () => {
    const { from, to } = await openBoth();
    await fill(from);
    const before = await rowsOf(from);
    const moved = await moveStore({ from, to, existing: "refuse" });
    expect(Object.fromEntries(moved.map(({ name, rows }) => [name, rows]))).toMatchObject({
      // One that was given up on stays for an hour beside its dead letter.
      "pgboss.job": 6,
      "outcome.deliveries": 3,
      "outcome.heads": 2,
      "outcome.pauses": 1,
    });
    expect(await rowsOf(to)).toEqual(before);
    expect(await rowsOf(from)).toEqual(before);
  });

  test("goes on there: what waits runs, what is for later or was given up on stays so", async () => {
    const { from, to } = await openBoth();
    await fill(from);
    await moveStore({ from, to, existing: "refuse" });
    await withQueue(to, async (queue) => {
      const worked: Job[] = [];
      await queue.work(async (job) => void worked.push(job));
      await queue.idle();
      expect(worked).toEqual([reconcile(3)]);
      expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, backingOff: 1, delayed: 2, dead: 1 });
      expect(await queue.record(delivery("c"), [reconcile(3)])).toBe("repeated");
      expect(await queue.record({ ...delivery("d"), bodyDigest: delivery("a").bodyDigest }, [])).toBe("replayed");
      expect(await queue.record(delivery("a"), [reconcile(1)])).toBe("repeated");
      await queue.idle();
      expect(worked).toEqual([reconcile(3), reconcile(1)]);
    });
  });

  test("loses no job that ran when the app was killed", async () => {
    const { from, to } = await openBoth();
    await withQueue(from, (queue) => queue.send([reconcile(1)]));
    await from.query(
      "UPDATE pgboss.job SET state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute'",
    );
    await moveStore({ from, to, existing: "refuse" });
    await withQueue(to, async (queue) => {
      const worked: Job[] = [];
      await queue.work(async (job) => void worked.push(job));
      await expect.poll(() => worked).toEqual([reconcile(1)]);
    });
  });

  test("is refused where something is already, unless that is to be replaced", async () => {
    const { from, to } = await openBoth();
    await fill(from);
    await withQueue(to, (queue) => queue.record(delivery("z"), [reconcile(26)]));
    const before = await rowsOf(to);
    await expect(moveStore({ from, to, existing: "refuse" })).rejects.toThrow(
      "holds rows of the app already (pgboss.job)",
    );
    expect(await rowsOf(to)).toEqual(before);
    await moveStore({ from, to, existing: "replace" });
    expect(await rowsOf(to)).toEqual(await rowsOf(from));
  });

  test("leaves nothing behind where it was interrupted", async () => {
    const { from, to } = await openBoth();
    await fill(from);
    let copied = 0;
    const breaking: Database = {
      ...from,
      transaction: (work) =>
        from.transaction((statements) =>
          work({
            query: async (sql, params) => {
              if (sql.startsWith("FETCH") && (copied += 1) > 4) throw new Error("The power went");
              return statements.query(sql, params);
            },
          }),
        ),
    };
    const empty = await rowsOf(to);
    await expect(moveStore({ from: breaking, to, existing: "refuse" })).rejects.toThrow("The power went");
    expect(await rowsOf(to)).toEqual(empty);
    await moveStore({ from, to, existing: "refuse" });
    expect(await rowsOf(to)).toEqual(await rowsOf(from));
  });

  test("goes in batches when it is large", async () => {
    const { from, to } = await openBoth();
    await withQueue(from, async (queue) => {
      await queue.send(Array.from({ length: 1700 }, (_, index) => reconcile(index + 1)));
    });
    const moved = await moveStore({ from, to, existing: "refuse" });
    expect(moved).toContainEqual({ name: "pgboss.job", rows: 1700 });
    expect(await rowsOf(to)).toEqual(await rowsOf(from));
  });

  test("is refused where another version of the app used it last", async () => {
    const { from, to } = await openBoth();
    await to.query("UPDATE pgboss.version SET version = version + 1");
    await expect(moveStore({ from, to, existing: "refuse" })).rejects.toThrow("another version of the app");
  });

  test("numbers no rows by itself: a copy would have to set where the numbers go on", async () => {
    const { to } = await openBoth();
    const numbered = await to.query(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE (table_schema = 'outcome' OR table_schema = 'pgboss' AND table_name = 'job')
         AND (is_identity = 'YES' OR column_default LIKE 'nextval%')`,
    );
    expect(numbered).toEqual([]);
  });
});

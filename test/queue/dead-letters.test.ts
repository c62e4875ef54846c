import { expect, test } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import { listDeadLetters, replayDeadLetters } from "../../src/queue/dead-letters.ts";
import type { Job } from "../../src/queue/job.ts";
import { openQueue } from "../../src/queue/queue.ts";
import type { JobHandler, Queue } from "../../src/queue/queue.ts";
import { delivery, reconcile } from "../support/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { onEveryStore } from "../support/stores.ts";

const doNothing: JobHandler = async () => {};

/** What is not a job of this version is given up on at the first try. */
async function sendUnknown(database: Database): Promise<void> {
  await database.query(
    `INSERT INTO pgboss.job (name, data, singleton_key, policy, dead_letter, group_id, retry_limit)
     VALUES ('jobs', '{"kind":"measure-tides","installation":7}', 'tides', 'stately', 'dead-letters', '7', 0)`,
  );
}

/** Makes what failed give up now, instead of after all its tries. */
async function exhaust(database: Database, queue: Queue): Promise<void> {
  await database.query(
    "UPDATE pgboss.job SET retry_count = retry_limit - 1, start_after = now() WHERE state = 'retry'",
  );
  await queue.idle();
}

onEveryStore("a job that was given up on", (openStore) => {
  async function withFailed(
    jobs: readonly Job[],
    tell: (given: { database: Database; queue: Queue; repair: () => void; worked: Job[] }) => Promise<void>,
  ): Promise<void> {
    const database = await openStore();
    const queue = await openQueue({ database, logger: silentLogger });
    const worked: Job[] = [];
    let isBroken = true;
    await queue.work(async (job) => {
      if (isBroken) throw new Error(`GitHub answered 502 about ${"number" in job ? job.number : "it"}`);
      worked.push(job);
    });
    try {
      await queue.record(delivery("a"), jobs);
      await queue.idle();
      await exhaust(database, queue);
      await tell({ database, queue, repair: () => (isBroken = false), worked });
    } finally {
      await queue.stop({ graceMs: 0 });
      await database.close();
    }
  }

  test("is listed with what it was about, when, after how many tries, and the last error", () =>
    withFailed([reconcile(1)], async ({ database }) => {
      const [letter, ...others] = await listDeadLetters(database);
      expect(others).toEqual([]);
      expect(letter).toMatchObject({ job: reconcile(1), error: "GitHub answered 502 about 1" });
      expect(letter?.tries).toBeGreaterThan(1);
      expect(letter?.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(Date.parse(letter?.givenUpAt ?? "")).toBeGreaterThanOrEqual(Date.parse(letter?.sentAt ?? ""));
    }));

  test("is sent again with all its tries, and is no longer listed", () =>
    withFailed([reconcile(1), reconcile(2)], async ({ database, queue, repair, worked }) => {
      repair();
      const chosen = (await listDeadLetters(database)).find(({ error }) => error.endsWith(" 2"));
      const { sent, unreadable } = await replayDeadLetters(database, [chosen?.id ?? ""]);
      expect([sent, unreadable]).toEqual([[chosen], []]);
      expect((await listDeadLetters(database)).map(({ job }) => job)).toEqual([reconcile(1)]);
      await queue.idle();
      expect(worked).toEqual([reconcile(2)]);
    }));

  test("that was sent again and fails again is listed once more, and its delivery can revive it still", () =>
    withFailed([reconcile(1)], async ({ database, queue, repair, worked }) => {
      const [first] = await listDeadLetters(database);
      await replayDeadLetters(database, [first?.id ?? ""]);
      await queue.idle();
      expect(await listDeadLetters(database)).toEqual([]);
      await exhaust(database, queue);
      const [second, ...others] = await listDeadLetters(database);
      expect(others).toEqual([]);
      expect(second?.id).not.toBe(first?.id);
      repair();
      expect(await queue.record(delivery("a"), [reconcile(1)])).toBe("repeated");
      await queue.idle();
      expect(worked).toEqual([reconcile(1)]);
      expect(await listDeadLetters(database)).toEqual([]);
    }));

  test("is not sent twice where somebody else was quicker", () =>
    withFailed([reconcile(1)], async ({ database }) => {
      const ids = (await listDeadLetters(database)).map(({ id }) => id);
      const both = await Promise.all([1, 2].map(() => replayDeadLetters(database, ids)));
      expect(both.flatMap(({ sent }) => sent)).toHaveLength(1);
    }));

  test("stays in the list where this version does not know the job", async () => {
    const database = await openStore();
    const queue = await openQueue({ database, logger: silentLogger });
    await queue.work(doNothing);
    await sendUnknown(database);
    await queue.idle();
    const letters = await listDeadLetters(database);
    expect(letters).toMatchObject([{ job: { kind: "measure-tides", installation: 7 }, tries: 1 }]);
    const ids = letters.map(({ id }) => id);
    expect(await replayDeadLetters(database, ids)).toEqual({ sent: [], unreadable: letters });
    expect(await listDeadLetters(database)).toEqual(letters);
    await queue.stop();
    await database.close();
  });

  test("goes out with all others in batches, each job once", async () => {
    const database = await openStore();
    const queue = await openQueue({ database, logger: silentLogger });
    await database.query(
      `INSERT INTO pgboss.job (name, data, singleton_key)
       SELECT 'dead-letters', jsonb_build_object('kind', 'reconcile-pull-request', 'installation', 7,
         'repository', jsonb_build_object('id', 70, 'owner', 'ada', 'name', 'engine'), 'number', n), n::text
       FROM generate_series(1, 450) n`,
    );
    const ids = (await listDeadLetters(database)).map(({ id }) => id);
    const { sent } = await replayDeadLetters(database, ids);
    expect(sent).toHaveLength(450);
    expect(await queue.counts()).toMatchObject({ waiting: 450, dead: 0 });
    await queue.stop();
    await database.close();
  });
});

import { expect, test } from "vitest";
import type { Job } from "../../src/queue/job.ts";
import { openQueue } from "../../src/queue/queue.ts";
import type { Queue } from "../../src/queue/queue.ts";
import { delivery, openTestQueue, reconcile } from "../support/queue.ts";
import type { TestQueue } from "../support/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { onEveryStore } from "../support/stores.ts";

const DAY_SECONDS = 24 * 3600;

onEveryStore("a delivery", (openStore) => {
  async function withQueue(tell: (queue: Queue) => Promise<void>): Promise<void> {
    const database = await openStore();
    const queue = await openQueue({ database, logger: silentLogger });
    try {
      await tell(queue);
    } finally {
      await queue.stop({ graceMs: 0 });
      await database.close();
    }
  }

  test("is stored with its jobs, or not at all", () =>
    withQueue(async (queue) => {
      // A hook id that PostgreSQL cannot store breaks the first statement, an impossible job the second.
      await expect(queue.record({ ...delivery("a"), hookId: "\0" }, [reconcile(1)])).rejects.toThrow("Unicode");
      await expect(queue.record(delivery("b"), [reconcile(1), reconcile(-1)])).rejects.toThrow("number");
      expect(await queue.counts()).toMatchObject({ waiting: 0 });
      expect(await queue.record(delivery("b"), [reconcile(1)])).toBe("recorded");
      expect(await queue.counts()).toMatchObject({ waiting: 1 });
    }));

  test("without jobs is remembered too", () =>
    withQueue(async (queue) => {
      expect(await queue.record(delivery("a"), [])).toBe("recorded");
      expect(await queue.record(delivery("a"), [])).toBe("repeated");
    }));

  test("sends nothing when it is repeated after its jobs are done", () =>
    withQueue(async (queue) => {
      const worked: Job[] = [];
      await queue.work(async (job) => void worked.push(job));
      expect(await queue.record(delivery("a"), [reconcile(1)])).toBe("recorded");
      await queue.idle();
      expect(await queue.record(delivery("a"), [reconcile(1)])).toBe("repeated");
      await queue.idle();
      expect(worked).toEqual([reconcile(1)]);
    }));

  test("is another one when it came to another hook", () =>
    withQueue(async (queue) => {
      await queue.record(delivery("a"), []);
      expect(await queue.record({ ...delivery("a"), hookId: "2" }, [])).toBe("recorded");
    }));

  test("whose body came under another id before is told apart, and its jobs are sent all the same", () =>
    withQueue(async (queue) => {
      const worked: Job[] = [];
      await queue.work(async (job) => void worked.push(job));
      await queue.record(delivery("a"), [reconcile(1)]);
      await queue.idle();
      const again = { ...delivery("b"), bodyDigest: delivery("a").bodyDigest };
      expect(await queue.record(again, [reconcile(1)])).toBe("replayed");
      await queue.idle();
      expect(worked).toEqual([reconcile(1), reconcile(1)]);
      expect(await queue.record(again, [reconcile(1)])).toBe("repeated");
      expect(await queue.record({ ...again, hookId: "2" }, [])).toBe("recorded");
    }));
});

/** Fails until it is given up on. */
async function letDie({ queue, later }: TestQueue): Promise<void> {
  for (let hours = 0; hours < 50 && (await queue.counts()).backingOff > 0; hours += 1) await later(3600);
  expect(await queue.counts()).toMatchObject({ dead: 1, backingOff: 0, waiting: 0 });
}

test("a repeated delivery sends those of its jobs that were given up on, and only those", async () => {
  const opened = await openTestQueue();
  const { queue } = opened;
  const worked: Job[] = [];
  let isGitHubDown = true;
  await queue.work(async (job) => {
    worked.push(job);
    if (isGitHubDown && job.kind === "reconcile-pull-request" && job.number === 1) throw new Error("502");
  });
  await queue.record(delivery("a"), [reconcile(1), reconcile(2)]);
  await queue.idle();
  await letDie(opened);
  isGitHubDown = false;
  worked.length = 0;
  expect(await queue.record(delivery("a"), [reconcile(1), reconcile(2)])).toBe("repeated");
  await queue.idle();
  expect(worked).toEqual([reconcile(1)]);
  expect(await queue.counts()).toMatchObject({ dead: 0 });
});

test("a delivery is forgotten after a week: GitHub repeats for three days at most", async () => {
  const { queue, clock } = await openTestQueue();
  await queue.record(delivery("a"), []);
  await clock.setTime(clock.now() + 6 * DAY_SECONDS * 1000);
  await clock.tick(1);
  expect(await queue.record(delivery("a"), [])).toBe("repeated");
  await clock.setTime(clock.now() + 2 * DAY_SECONDS * 1000);
  await clock.tick(1);
  await expect.poll(() => queue.record(delivery("a"), [])).toBe("recorded");
});

test("a delivery is looked up by the index among many, though nothing ever told the planner how many", async () => {
  const { queue, database } = await openTestQueue();
  await database.query(
    `INSERT INTO outcome.deliveries (hook_id, delivery_id, event, received_at, body_digest)
     SELECT '1', 'seen ' || nr, 'push', now(), 'digest ' || nr FROM generate_series(1, 5000) nr`,
  );
  const scansOf = async () => {
    await database.query("SELECT pg_stat_force_next_flush()");
    return database.query(
      "SELECT seq_scan, (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid) AS read FROM pg_stat_user_tables t WHERE relname = 'deliveries'",
    );
  };
  const [before] = await scansOf();
  const group = Array.from({ length: 20 }, (_, nr) => queue.record(delivery(`new ${nr}`), []));
  await Promise.all(group);
  const [after] = await scansOf();
  expect(after?.["seq_scan"]).toBe(before?.["seq_scan"]);
  expect(Number(after?.["read"]) - Number(before?.["read"])).toBeLessThan(500);
});

test("old deliveries are forgotten by a process, too, that lives for a few minutes only", async () => {
  const { clock, database } = await openTestQueue();
  await database.query(
    "INSERT INTO outcome.deliveries (hook_id, delivery_id, event, received_at) VALUES ('1', 'old', 'push', '2026-02-01')",
  );
  await clock.tick(2 * 60 * 1000);
  await expect.poll(() => database.query("SELECT 1 FROM outcome.deliveries")).toEqual([]);
});

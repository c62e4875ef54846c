import { setTimeout as delay } from "node:timers/promises";
import { systemClock } from "pg-boss";
import type { Clock } from "pg-boss";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import { jobKey } from "../../src/queue/job.ts";
import type { Job } from "../../src/queue/job.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { openQueue } from "../../src/queue/queue.ts";
import { createPostgresDatabase } from "../support/postgres-database.ts";
import { Limit, reconcileOf } from "../support/queue.ts";
import { mortalStore } from "../support/mortal-store.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { postgresUrl } from "../support/stores.ts";

/** So that a dead process is noticed soon: its jobs are made old, and whoever looks every five seconds looks 25 times as often. */
const hurried: Clock = { ...systemClock, setInterval: (run, ms) => systemClock.setInterval(run, ms / 25) };

const putOff = (error: unknown) => (error instanceof Limit ? { until: error.until, reason: "limit" } : null);

/** The same choices in every run. */
function chooser(seed: number) {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below };
}

/** Sees every handler of every process: which keys run, and which were looked at since they were sent last. */
function oracle() {
  const running = new Map<string, number>();
  const owed = new Set<string>();
  const overlaps: string[] = [];
  return {
    overlaps,
    owed,
    sent: (job: Job) => void owed.add(jobKey(job)),
    begin: (job: Job, process: number) => {
      const key = jobKey(job);
      if (running.has(key)) overlaps.push(`${key}: in ${running.get(key)} and ${process}`);
      running.set(key, process);
      owed.delete(key);
    },
    end: (job: Job, process: number) => {
      if (running.get(jobKey(job)) === process) running.delete(jobKey(job));
    },
    /** What it looked at counts for nothing. */
    died: (process: number) => {
      for (const [key, where] of running) {
        if (where !== process) continue;
        running.delete(key);
        owed.add(key);
      }
    },
  };
}

/** A database to open several times, as each process does. */
async function openShared() {
  const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
  const opened: Database[] = [];
  onTestFinished(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await drop();
  });
  return async () => {
    const database = await openPostgres(url, { logError: () => {} });
    opened.push(database);
    return database;
  };
}

describe.skipIf(postgresUrl === undefined)("several processes, on PostgreSQL (TEST_DATABASE_URL)", () => {
  test("can open an empty store at the same moment", async () => {
    const open = await openShared();
    const queues = await Promise.all(
      [1, 2, 3].map(async () => openQueue({ database: await open(), logger: silentLogger })),
    );
    const worked: Job[] = [];
    for (const queue of queues) await queue.work(async (job) => void worked.push(job));
    await queues[0]?.send([reconcileOf(7, 1), reconcileOf(7, 2)]);
    await queues[1]?.idle();
    expect(worked).toHaveLength(2);
    await Promise.all(queues.map((queue) => queue.stop()));
  });

  test("share the work", async () => {
    const open = await openShared();
    const worked = [0, 0, 0];
    const allWork = Promise.withResolvers<void>();
    const queues = await Promise.all(
      worked.map(async () => openQueue({ database: await open(), logger: silentLogger, concurrency: 2 })),
    );
    await queues[0]?.send(Array.from({ length: 120 }, (_, index) => reconcileOf((index % 5) + 1, index + 1)));
    for (const [process, queue] of queues.entries()) {
      await queue.work(async () => {
        worked[process] = (worked[process] ?? 0) + 1;
        // Held until each has some: none may do all of it, however late the others begin.
        if (!worked.includes(0)) allWork.resolve();
        await allWork.promise;
      });
    }
    await queues[0]?.idle();
    expect(worked.reduce((sum, each) => sum + each)).toBe(120);
    await Promise.all(queues.map((queue) => queue.stop()));
  });

  test.each([1, 2, 3])(
    "never work on one thing at once, and look at everything after it was sent last, while they die and fail (seed %i)",
    async (seed) => {
      const open = await openShared();
      const { below } = chooser(seed);
      const seen = oracle();
      let processes = 0;

      async function startProcess() {
        processes += 1;
        const process = processes;
        const database = await open();
        const { store, kill, answers } = mortalStore(database);
        let isDead = false;
        const queue = await openQueue({
          database: store,
          logger: silentLogger,
          clock: hurried,
          concurrency: 4,
          putOff,
        });
        await queue.work(async (job) => {
          if (isDead) return;
          seen.begin(job, process);
          await delay(below(15));
          if (isDead) return;
          seen.end(job, process);
          const luck = below(20);
          if (luck < 2) seen.sent(job);
          if (luck === 0) throw new Error("502");
          if (luck === 1) throw new Limit(new Date(Date.now() + 50));
        });
        const die = async () => {
          isDead = true;
          kill();
          seen.died(process);
          // What was on its way to the store arrives there, as it does when a process is killed.
          await delay(100);
          await database.query(
            "UPDATE pgboss.job SET heartbeat_on = now() - interval '31 s' WHERE state = 'active' AND id = ANY ($1::uuid[])",
            [answers.map((row) => row["id"]).filter((id) => typeof id === "string")],
          );
        };
        return { queue, die };
      }

      const alive = await Promise.all([startProcess(), startProcess(), startProcess()]);
      for (let step = 0; step < 150; step += 1) {
        const index = below(alive.length);
        const jobs = Array.from({ length: 1 + below(4) }, () => reconcileOf(1 + below(3), 1 + below(5)));
        for (const job of jobs) seen.sent(job);
        await alive[index]?.queue.send(jobs, below(2) === 0 ? "fresh" : "background");
        await delay(below(10));
        if (step % 25 !== 24) continue;
        await alive[index]?.die();
        alive[index] = await startProcess();
      }
      await expect.poll(() => [...seen.owed]).toEqual([]);
      expect(seen.overlaps).toEqual([]);
      await Promise.all(alive.map(({ queue }) => queue.stop()));
    },
  );
});

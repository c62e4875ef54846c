import { setTimeout as delay } from "node:timers/promises";
import { systemClock } from "pg-boss";
import type { Clock } from "pg-boss";
import { startBoss } from "./boss.ts";
import type { QueueLogger } from "./boss.ts";
import { countJobs } from "./count-jobs.ts";
import type { JobCounts } from "./count-jobs.ts";
import type { Database } from "./database.ts";
import { insertDelayed, moveDueJobs } from "./delayed-jobs.ts";
import { forgetOldDeliveries, recordDelivery } from "./deliveries.ts";
import type { Delivery } from "./deliveries.ts";
import { insertJobs } from "./insert-jobs.ts";
import type { Job } from "./job.ts";
import { handBackOrphans } from "./orphans.ts";
import { runJob } from "./run-job.ts";
import type { JobHandlers } from "./run-job.ts";
import { startWorker } from "./worker.ts";
import type { Worker } from "./worker.ts";

export type { Clock, Delivery, JobCounts, JobHandlers, QueueLogger };

export interface Queue {
  /**
   * Stores a delivery with its jobs in one transaction; resolves when they would survive this process. A delivery
   * that was seen before stores nothing and sends only those of its jobs that had been given up on.
   */
  record(delivery: Delivery, jobs: readonly Job[]): Promise<"recorded" | "repeated">;
  /** Equal waiting jobs merge; a job sent while an equal one runs, runs after it. */
  send(jobs: readonly Job[]): Promise<void>;
  /** Sends the job when `at` has come. Equal delayed jobs merge at the earliest of their times. */
  sendLater(job: Job, at: Date): Promise<void>;
  /** Starts working. To be called once. */
  work(handlers: JobHandlers): Promise<void>;
  /** Resolves when nothing runs and nothing could be taken now. Needs `work`. */
  idle(): Promise<void>;
  counts(): Promise<JobCounts>;
  /** Lets running jobs end for `graceMs` (default 10 s); what is left is handed back when the store is opened again. */
  stop(options?: { readonly graceMs?: number }): Promise<void>;
}

export interface QueueOptions {
  readonly database: Database;
  readonly logger: QueueLogger;
  /** Drives due times, back-off and polling, in the store too. pg-boss's TestClock can be handed in. */
  readonly clock?: Clock;
  /** How many jobs run at once in this process. */
  readonly concurrency?: number;
}

const HOUR_MS = 3600 * 1000;

/** Opens the queue on a store that stays the caller's: stop the queue first, then close the store. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { database, logger, clock = systemClock, concurrency = 8 } = options;
  const boss = await startBoss({ database, clock, logger });
  const store = { boss, database };
  const now = () => new Date(clock.now());
  if (database.sharing === "one-process") await handBackOrphans(boss, database);
  await forgetOldDeliveries(database, now());
  const stopping = new AbortController();
  const tidying = clock.setInterval(() => void tidy(), HOUR_MS);
  let worker: Worker | undefined;

  const tidy = async () => {
    try {
      await forgetOldDeliveries(database, now());
    } catch (error) {
      // Nothing depends on it today; the next hour tries again.
      logger.warn({ err: error }, "Old deliveries could not be removed");
    }
  };

  return {
    record: async (delivery, jobs) => {
      const outcome = await recordDelivery(store, { delivery, jobs, now: now() });
      worker?.wake();
      return outcome;
    },
    send: async (jobs) => {
      await insertJobs(boss, database, jobs);
      worker?.wake();
    },
    sendLater: async (job, at) => {
      await database.transaction((statements) => insertDelayed(boss, statements, { job, at }));
    },
    work: async (handlers) => {
      if (worker !== undefined) throw new Error("This queue is being worked on already.");
      const running = { ...store, handlers, clock, logger, stopping: stopping.signal };
      worker = startWorker({
        boss,
        clock,
        concurrency,
        logger,
        beforePoll: () => moveDueJobs(boss, database),
        run: (job) => runJob(running, job),
      });
    },
    idle: async () => {
      if (worker === undefined) throw new Error("Nothing works on this queue, so it would never become idle.");
      await worker.drain();
      while (isBusy(await countJobs(database))) {
        // On a shared store another process may hold what is left.
        await delay(20);
        await worker.drain();
      }
    },
    counts: () => countJobs(database),
    stop: async ({ graceMs = 10_000 } = {}) => {
      clock.clearInterval(tidying);
      await worker?.stop(graceMs);
      stopping.abort(new Error("The queue stops"));
      await boss.stop({ graceful: false, close: false });
    },
  };
}

function isBusy({ waiting, active }: JobCounts): boolean {
  return waiting + active > 0;
}

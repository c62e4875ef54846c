import { setTimeout as delay } from "node:timers/promises";
import type { Clock, ClockTimer, PgBoss } from "pg-boss";
import { QUEUE } from "./boss.ts";
import type { QueueLogger } from "./boss.ts";

/** A job as pg-boss hands it over, with its row's metadata. */
export type FetchedJob = Awaited<ReturnType<typeof fetchJobs>>[number];

/**
 * The safety net only: a send in this process wakes the worker at once. It finds retries whose back-off has ended,
 * delayed jobs that are due, and, on a shared store, what other processes sent.
 */
const POLL_MS = 500;

export interface Worker {
  /** Look for work now. */
  wake(): void;
  /** Takes all that can be taken now, and resolves when none of it runs any more. */
  drain(): Promise<void>;
  /** Takes nothing more; resolves when what runs has ended, or after `graceMs` of real time. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Fetches as many jobs as there is room for, in one statement, whenever something was sent or has ended.
 * pg-boss's own workers are not used: eight of them mean eight fetches for every wake-up over one connection, and one
 * of them with a batch waits for the slowest job of the batch before it takes the next.
 */
export function startWorker(of: {
  readonly boss: PgBoss;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly logger: QueueLogger;
  /** Moves due delayed jobs over. */
  readonly beforePoll: () => Promise<unknown>;
  /** Must not reject. */
  readonly run: (job: FetchedJob) => Promise<void>;
}): Worker {
  const running = new Set<Promise<void>>();
  let taking: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  const start = (job: FetchedJob) => {
    const ended = of.run(job).finally(() => {
      running.delete(ended);
      wake();
    });
    running.add(ended);
  };

  const take = async () => {
    while (isWanted && !isStopped && running.size < of.concurrency) {
      isWanted = false;
      const jobs = await fetchJobs(of.boss, of.concurrency - running.size);
      jobs.forEach(start);
    }
  };

  const takeOnce = async () => {
    try {
      await take();
    } catch (error) {
      // The store did not answer; the next poll asks again.
      of.logger.error({ err: error }, "Jobs could not be fetched");
    }
  };

  const wake = () => {
    isWanted = true;
    taking ??= takeOnce().finally(() => {
      taking = undefined;
      // Woken after the last look but before this line.
      if (isWanted && !isStopped && running.size < of.concurrency) wake();
    });
  };

  const poll = async () => {
    try {
      await of.beforePoll();
    } catch (error) {
      // As above: the next poll asks again.
      of.logger.error({ err: error }, "Due jobs could not be moved");
    }
    wake();
  };

  const timer: ClockTimer = of.clock.setInterval(() => void poll(), POLL_MS);
  wake();
  return {
    wake,
    drain: async () => {
      await poll();
      while (taking !== undefined || running.size > 0) await Promise.all([taking, ...running]);
    },
    stop: async (graceMs) => {
      isStopped = true;
      of.clock.clearInterval(timer);
      await taking;
      await Promise.race([Promise.all(running), delay(graceMs, undefined, { ref: false })]);
    },
  };
}

function fetchJobs(boss: PgBoss, batchSize: number) {
  return boss.fetch(QUEUE.jobs, { batchSize, includeMetadata: true });
}

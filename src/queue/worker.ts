import { setTimeout as delay } from "node:timers/promises";
import type { Clock, PgBoss } from "pg-boss";
import { QUEUE } from "./boss.ts";
import type { QueueLogger } from "./boss.ts";

/** A job as pg-boss hands it over, with its row's metadata. */
export type FetchedJob = Awaited<ReturnType<typeof fetchJobs>>[number];

export interface WorkerOptions {
  readonly boss: PgBoss;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly logger: QueueLogger;
  /** Asks the store whether something became due, and moves delayed jobs that did. */
  readonly findDue: () => Promise<"due" | "nothing">;
  /** Must not reject. */
  readonly run: (job: FetchedJob) => Promise<void>;
}

export interface Worker {
  /** Look for work now. */
  wake(): void;
  /** Takes all that can be taken now, and resolves when none of it runs any more. */
  drain(): Promise<void>;
  /** Takes nothing more; resolves when what runs has ended, or after `graceMs` of real time. */
  stop(graceMs: number): Promise<void>;
}

/**
 * The safety net only: a send in this process wakes the worker at once. Polling finds retries whose back-off has
 * ended, delayed jobs that are due, and, on a shared store, what other processes sent.
 */
const POLL_MS = 500;

/**
 * Fetches as many jobs as there is room for, in one statement, whenever something was sent or has ended.
 * pg-boss's own workers are not used: eight of them mean eight fetches for every wake-up over one connection, and one
 * of them with a batch waits for the slowest job of the batch before it takes the next.
 */
export function startWorker(options: WorkerOptions): Worker {
  const state: State = { running: new Set(), taking: undefined, isWanted: false, isStopped: false };
  const timer = options.clock.setInterval(() => void poll(options, state), POLL_MS);
  wake(options, state);
  return {
    wake: () => wake(options, state),
    drain: async () => {
      await poll(options, state);
      wake(options, state);
      while (state.taking !== undefined || state.running.size > 0) await Promise.all([state.taking, ...state.running]);
    },
    stop: async (graceMs) => {
      state.isStopped = true;
      options.clock.clearInterval(timer);
      await state.taking;
      await Promise.race([Promise.all(state.running), delay(graceMs, undefined, { ref: false })]);
    },
  };
}

interface State {
  readonly running: Set<Promise<void>>;
  taking: Promise<void> | undefined;
  isWanted: boolean;
  isStopped: boolean;
}

function wake(options: WorkerOptions, state: State): void {
  state.isWanted = true;
  state.taking ??= take(options, state).finally(() => {
    state.taking = undefined;
    // Woken after the last look but before this line.
    if (mayTake(options, state)) wake(options, state);
  });
}

function mayTake({ concurrency }: WorkerOptions, state: State): boolean {
  return state.isWanted && !state.isStopped && state.running.size < concurrency;
}

async function take(options: WorkerOptions, state: State): Promise<void> {
  try {
    while (mayTake(options, state)) {
      state.isWanted = false;
      const jobs = await fetchJobs(options.boss, options.concurrency - state.running.size);
      for (const job of jobs.toSorted(byUrgency)) start(options, state, job);
    }
  } catch (error) {
    // The store did not answer; the next poll asks again.
    options.logger.error({ err: error }, "Jobs could not be fetched");
  }
}

/** PostgreSQL returns a batch in no particular order. */
function byUrgency(a: FetchedJob, b: FetchedJob): number {
  return b.priority - a.priority || Number(a.createdOn) - Number(b.createdOn);
}

function start(options: WorkerOptions, state: State, job: FetchedJob): void {
  const ended = options.run(job).finally(() => {
    state.running.delete(ended);
    wake(options, state);
  });
  state.running.add(ended);
}

async function poll(options: WorkerOptions, state: State): Promise<void> {
  try {
    if ((await options.findDue()) === "due") wake(options, state);
  } catch (error) {
    // As above: the next poll asks again.
    options.logger.error({ err: error }, "The store could not be asked for due jobs");
  }
}

function fetchJobs(boss: PgBoss, batchSize: number) {
  return boss.fetch(QUEUE.jobs, { batchSize, includeMetadata: true });
}

import { setTimeout as delay } from "node:timers/promises";
import { systemClock } from "pg-boss";
import type { Clock } from "pg-boss";
import { startBoss } from "./boss.ts";
import type { QueueLogger } from "./boss.ts";
import { countJobs } from "./count-jobs.ts";
import type { JobCounts } from "./count-jobs.ts";
import type { Database } from "./database.ts";
import { cancelWaiting, findDueJobs, insertDelayed } from "./delayed-jobs.ts";
import { storeDeliveries } from "./deliveries.ts";
import type { Delivery, Recorded } from "./deliveries.ts";
import type { Job } from "./job.ts";
import { handBackOrphans } from "./orphans.ts";
import { deliveryRecorder } from "./record-deliveries.ts";
import { runJob } from "./run-job.ts";
import type { JobEnd, JobHandlers, Pause, PutOff } from "./run-job.ts";
import { sendInWaves, sendJobs } from "./send-jobs.ts";
import type { Urgency } from "./send-jobs.ts";
import { startTidying } from "./tidy.ts";
import type { Tidying } from "./tidy.ts";
import { startWorker } from "./worker.ts";
import type { Worker, WorkerOptions } from "./worker.ts";

export type { Clock, Delivery, JobCounts, JobEnd, JobHandlers, Pause, PutOff, QueueLogger, Urgency };

export interface Queue {
  /**
   * Stores a delivery with its jobs in one transaction; resolves when they would survive this process. A delivery
   * that was seen before stores nothing and sends only those of its jobs that had been given up on. Deliveries that come
   * while others are being stored share a transaction.
   */
  record(delivery: Delivery, jobs: readonly Job[]): Promise<Recorded>;
  /**
   * Equal waiting jobs merge, with the higher of their urgencies ("background" when not given); a job sent while an equal
   * one runs, runs after it.
   */
  send(jobs: readonly Job[], urgency?: Urgency): Promise<void>;
  /** Sends the first 200 now, and 200 more each minute, in the background: for what wakes many and may take its time. */
  sendInWaves(jobs: readonly Job[]): Promise<void>;
  /** Sends the job when `at` has come. Equal delayed jobs merge at the earliest of their times. */
  sendLater(job: Job, at: Date, urgency?: Urgency): Promise<void>;
  /** Takes nothing of the installation's line until then, or until `resume`. Of several pauses the longest counts. */
  pause(installation: number, until: Date, reason: string): Promise<void>;
  resume(installation: number): Promise<void>;
  /** Takes back a job that waits to be tried again or until it is due. One that could run now, runs. */
  cancel(job: Job): Promise<void>;
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
  /** Which errors put a job off to a known time; none when not given. */
  readonly putOff?: PutOff;
  /** Told of every try that ended, to be counted. Must not throw. */
  readonly onJobEnd?: (ended: JobEnd) => void;
  /** How many jobs run at once in this process. */
  readonly concurrency?: number;
}

/** Opens the queue on a store that stays the caller's: stop the queue first, then close the store. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { database, logger, clock = systemClock, concurrency = 8, putOff = () => null } = options;
  const boss = await startBoss({ database, clock, logger });
  if (database.sharing === "one-process") await handBackOrphans(boss, database);
  const stopping = new AbortController();
  const open = { boss, database, clock, logger, concurrency, putOff, stopping, worker: undefined };
  return queueOn(open, startTidying({ database, clock, logger }));
}

interface Open extends Omit<WorkerOptions, "findDue" | "run"> {
  readonly database: Database;
  readonly stopping: AbortController;
  readonly putOff: PutOff;
  worker: Worker | undefined;
}

function queueOn(open: Open, tidying: Tidying): Queue {
  const { boss, database, clock } = open;
  const record = deliveryRecorder((arrivals) => storeDeliveries(open, { arrivals, now: new Date(clock.now()) }));
  return {
    record: async (delivery, jobs) => {
      const outcome = await record({ delivery, jobs });
      open.worker?.wake();
      return outcome;
    },
    send: async (jobs, urgency = "background") => {
      const now = new Date(clock.now());
      await database.transaction((statements) => sendJobs(boss, statements, { jobs, now, urgency }));
      open.worker?.wake();
    },
    sendInWaves: async (jobs) => {
      const now = new Date(clock.now());
      await database.transaction((statements) => sendInWaves(boss, statements, { jobs, now }));
      open.worker?.wake();
    },
    sendLater: (job, at) => database.transaction((statements) => insertDelayed(boss, statements, { jobs: [job], at })),
    pause: async () => {},
    resume: async () => {},
    cancel: (job) => cancelWaiting(database, job),
    work: async (handlers) => startWorking(open, handlers),
    idle: () => untilIdle(open),
    counts: () => countJobs(database),
    stop: async ({ graceMs = 10_000 } = {}) => {
      tidying.stop();
      await stopWorking(open, graceMs);
      await boss.stop({ graceful: false, close: false });
    },
  };
}

function startWorking(open: Open, handlers: JobHandlers): void {
  if (open.worker !== undefined) throw new Error("This queue is being worked on already.");
  const { boss, database, stopping } = open;
  open.worker = startWorker({
    ...open,
    findDue: () => findDueJobs(boss, database),
    run: (job) => runJob({ ...open, handlers, stopping: stopping.signal }, job),
  });
}

/** How long a job whose signal was aborted has to end, unless the caller gives even less. */
const ABORTED_GRACE_MS = 1000;

async function stopWorking({ worker, stopping }: Open, graceMs: number): Promise<void> {
  await worker?.stop(graceMs);
  stopping.abort(new Error("The queue stops"));
  await worker?.stop(Math.min(graceMs, ABORTED_GRACE_MS));
}

async function untilIdle({ worker, database }: Open): Promise<void> {
  if (worker === undefined) throw new Error("Nothing works on this queue, so it would never become idle.");
  await worker.drain();
  while (isBusy(await countJobs(database))) {
    // On a shared store another process may hold what is left.
    await delay(20);
    await worker.drain();
  }
}

function isBusy({ waiting, active }: JobCounts): boolean {
  return waiting + active > 0;
}

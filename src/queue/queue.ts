import { systemClock } from "pg-boss";
import type { Clock, PgBoss } from "pg-boss";
import { startBoss } from "./boss.ts";
import type { QueueLogger } from "./boss.ts";
import { countJobs } from "./count-jobs.ts";
import type { JobCounts } from "./count-jobs.ts";
import type { Database } from "./database.ts";
import { cancelWaiting, insertDelayed } from "./delayed-jobs.ts";
import { storeDeliveries } from "./deliveries.ts";
import type { Delivery, Recorded } from "./deliveries.ts";
import type { Job } from "./job.ts";
import { pauseLine, resumeLine } from "./pauses.ts";
import type { Pause } from "./pauses.ts";
import { prepareStoring } from "./prepare-storing.ts";
import { reclaimInterrupted } from "./reclaim-interrupted.ts";
import { deliveryRecorder } from "./record-deliveries.ts";
import type { JobEnd, JobHandler, PutOff } from "./run-job.ts";
import type { OnGivenUp } from "./settle-job.ts";
import { sendInWaves, sendJobs } from "./send-jobs.ts";
import { msUntil } from "./store-time.ts";
import { prepareTaking } from "./take-jobs.ts";
import { startTidying } from "./tidy.ts";
import type { Tidying } from "./tidy.ts";
import type { Urgency } from "./urgency.ts";
import { startWorking } from "./working.ts";
import type { Working } from "./working.ts";

export type { Clock, Delivery, JobCounts, JobEnd, JobHandler, Pause, PutOff, QueueLogger, Urgency };

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
  work(handle: JobHandler): Promise<void>;
  /** Resolves when nothing runs and nothing could be taken now. Needs `work`. */
  idle(): Promise<void>;
  counts(): Promise<JobCounts>;
  /** Lets running jobs end for `graceMs` (default 10 s). What is left then learns that it must end, and waits again. */
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
  /** What to send when a job is given up, in the same transaction; nothing when not given. Must not throw. */
  readonly onGivenUp?: OnGivenUp;
  /** How many jobs run at once in this process. */
  readonly concurrency?: number;
}

const usual = { clock: systemClock, putOff: () => null, onJobEnd: () => {}, onGivenUp: () => [], concurrency: 8 };

/** Opens the queue on a store that stays the caller's: stop the queue first, then close the store. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const given = { ...usual, ...options };
  const { database, logger, clock, onGivenUp } = given;
  const boss = await startBoss({ database, clock, logger });
  await prepareTaking(database);
  await prepareStoring(database);
  // Nobody else can have such a store open, so whoever worked on these jobs is gone.
  if (database.sharing === "one-process") {
    await reclaimInterrupted({ boss, database, onGivenUp, logger }, { silentSeconds: null, except: [] });
  }
  const tidying = startTidying({ database, clock, logger });
  return queueOn({ ...given, boss, tidying });
}

interface Open extends Required<QueueOptions> {
  readonly boss: PgBoss;
  readonly tidying: Tidying;
}

function queueOn(open: Open): Queue {
  const { boss, database, clock, tidying } = open;
  let working: Working | undefined;
  const now = () => new Date(clock.now());
  const record = deliveryRecorder((arrivals) => storeDeliveries(open, { arrivals, now: now() }));
  const andWake = <Result>(result: Result) => {
    working?.wake();
    return result;
  };
  return {
    record: (delivery, jobs) => record({ delivery, jobs }).then(andWake),
    send: (jobs, urgency = "background") =>
      database.transaction((statements) => sendJobs(statements, { jobs, urgency })).then(andWake),
    sendInWaves: (jobs) => database.transaction((statements) => sendInWaves(statements, jobs)).then(andWake),
    sendLater: (job, at, urgency = "background") =>
      insertDelayed(database, { jobs: [job], inMs: msUntil(at, now()), urgency }),
    pause: (installation, until, reason) => pauseLine(database, installation, { ms: msUntil(until, now()), reason }),
    resume: (installation) => resumeLine(database, installation).then(andWake),
    cancel: (job) => cancelWaiting(database, job),
    work: async (handle) => {
      if (working !== undefined) throw new Error("This queue is being worked on already.");
      working = startWorking(open, handle);
    },
    idle: async () => {
      if (working === undefined) throw new Error("Nothing works on this queue, so it would never become idle.");
      await working.untilIdle();
    },
    counts: () => countJobs(database),
    stop: async ({ graceMs = 10_000 } = {}) => {
      tidying.stop();
      await working?.stop(graceMs);
      await boss.stop({ graceful: false, close: false });
    },
  };
}

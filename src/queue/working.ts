import { setTimeout as delay } from "node:timers/promises";
import { countJobs } from "./count-jobs.ts";
import type { JobCounts } from "./count-jobs.ts";
import { findDueJobs } from "./delayed-jobs.ts";
import { keepLeases } from "./leases.ts";
import { runJob } from "./run-job.ts";
import type { JobHandler, RunOptions } from "./run-job.ts";
import { takeJobs } from "./take-jobs.ts";
import { startWorker } from "./worker.ts";
import type { Worker } from "./worker.ts";

export interface Working {
  wake(): void;
  /** Resolves when nothing runs in any process and nothing could be taken now. */
  untilIdle(): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

interface WorkingOptions extends Omit<RunOptions, "handle" | "leases" | "stopping" | "leaving"> {
  readonly concurrency: number;
}

/** How long a job whose signal was aborted has to end, unless the caller gives even less. */
const ABORTED_GRACE_MS = 1000;

/** How long the store may take to have the last jobs handed back. One that takes longer finds them by their lease. */
const HANDING_BACK_MS = 3000;

/** Takes jobs, runs them while their leases hold, and settles them. */
export function startWorking(options: WorkingOptions, handle: JobHandler): Working {
  const { database } = options;
  const stopping = new AbortController();
  const leaving = new AbortController();
  const leases = keepLeases({ ...options, onHandedBack: () => worker.wake() });
  const running = { ...options, handle, leases, stopping: stopping.signal, leaving: leaving.signal };
  const worker: Worker = startWorker({
    ...options,
    findDue: () => findDueJobs(database),
    take: (taking) => takeJobs(database, taking),
    run: (job) => runJob(running, job),
  });
  return {
    wake: () => worker.wake(),
    untilIdle: async () => {
      await worker.drain();
      while (isBusy(await countJobs(database))) {
        // On a shared store another process may hold what is left.
        await delay(20);
        await worker.drain();
      }
    },
    stop: async (graceMs) => {
      await worker.stop(graceMs);
      stopping.abort(new Error("The queue stops"));
      await worker.stop(Math.min(graceMs, ABORTED_GRACE_MS));
      leaving.abort();
      await worker.stop(HANDING_BACK_MS);
      leases.stop();
    },
  };
}

function isBusy({ waiting, active }: JobCounts): boolean {
  return waiting + active > 0;
}

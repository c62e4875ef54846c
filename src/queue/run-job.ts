import type { Clock } from "pg-boss";
import type { QueueLogger } from "./boss.ts";
import { readJob } from "./job.ts";
import type { Job, JobKind } from "./job.ts";
import { handBack } from "./hand-back.ts";
import type { Instant, Lease, Leases } from "./leases.ts";
import type { Pause, Pausing } from "./pauses.ts";
import { putOff, settleDone, settleFailed } from "./settle-job.ts";
import type { Store } from "./settle-job.ts";
import { msUntil } from "./store-time.ts";
import type { TakenJob } from "./take-jobs.ts";

export interface JobContext {
  /** 1 for the first try. */
  readonly attempt: number;
  /** 0: should this try throw, the job goes to the dead letters. */
  readonly triesLeft: number;
  /** Aborted when the job has run for too long, the queue stops, or another process may have taken the job over. */
  readonly signal: AbortSignal;
  /**
   * False once another process may have taken the job over, as after this one was frozen for a while: nothing more must
   * be written for it. To be asked before every request, for a process that was frozen has had no time to abort `signal`.
   */
  readonly held: () => boolean;
}

export type JobHandler = (job: Job, context: JobContext) => Promise<void>;

/** How long one try may take before its signal is aborted. */
const LIMIT_MS = 10 * 60 * 1000;

/** How much longer it may take to end. What goes on all the same must not keep its place, nor its key from other tries. */
const IGNORING_MS = 60 * 1000;

/** A job put off to a time that has passed would spin. */
const PUT_OFF_AT_LEAST_MS = 1000;

/**
 * Until when the whole line of a job that threw this is to wait, such as the reset of GitHub's rate limit. The job spends
 * none of its tries, for nothing was wrong with it. Null for every other error.
 */
export type PutOff = (error: unknown) => Pause | null;

/** How one try of a job ended. "handed-back": the queue stopped, or another process took it over. */
export interface JobEnd {
  /** "unreadable": this version of the app does not know the job. */
  readonly kind: JobKind | "unreadable";
  readonly outcome: "done" | "again" | "dead" | "put-off" | "handed-back";
  readonly ms: number;
}

export interface RunOptions extends Store {
  readonly handle: JobHandler;
  readonly clock: Clock;
  readonly logger: QueueLogger;
  readonly leases: Leases;
  /** Aborted when the queue stops: the jobs are to end. */
  readonly stopping: AbortSignal;
  /** Aborted when those that did not are not waited for any more. */
  readonly leaving: AbortSignal;
  readonly putOff: PutOff;
  readonly onJobEnd: (ended: JobEnd) => void;
}

/** A job just taken, and the moment before. */
interface Taken {
  readonly taken: TakenJob;
  readonly since: Instant;
}

/** Works on one job that was taken and settles it: done, tried again, put off, given up or handed back. Does not reject. */
export async function runJob(options: RunOptions, { taken, since }: Taken): Promise<void> {
  const lease = options.leases.hold(taken, since);
  try {
    await workAndSettle(options, { taken, since, lease });
  } catch (error) {
    // The store did not take the outcome. The job is handed back once its lease has run out.
    options.logger.error({ err: error, job: taken.data }, "The outcome of a job could not be stored");
  } finally {
    lease.end();
  }
}

interface Running extends Taken {
  readonly lease: Lease;
}

async function workAndSettle(options: RunOptions, running: Running): Promise<void> {
  const { taken, since } = running;
  const read = readJob(taken.data);
  const outcome = await (read.kind === "unreadable"
    ? settleUnreadable(options, taken, read.why)
    : tryAndSettle(options, read.job, running));
  const kind = read.kind === "unreadable" ? read.kind : read.job.kind;
  options.onJobEnd({ kind, outcome, ms: performance.now() - since.steady });
}

async function tryAndSettle(options: RunOptions, job: Job, running: Running): Promise<JobEnd["outcome"]> {
  const ended = await untilAborted(tryJob(options, job, running), options.leaving, { kind: "interrupted" });
  return settle(options, { taken: running.taken, job, ended });
}

/** Tried again like any other that fails: another process may be of the version that wrote it, as while one replaces another. */
async function settleUnreadable(options: RunOptions, taken: TakenJob, why: string): Promise<JobEnd["outcome"]> {
  const next = await settleFailed(options, taken, new Error(why));
  logFailure(options.logger, next, { why, attempt: taken.retryCount + 1 });
  return next;
}

type Ended =
  | { readonly kind: "done" }
  | { readonly kind: "put-off"; readonly pausing: Pausing }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "interrupted" };

interface Settling {
  readonly taken: TakenJob;
  readonly job: Job;
  readonly ended: Ended;
}

async function settle(options: RunOptions, { taken, job, ended }: Settling): Promise<JobEnd["outcome"]> {
  switch (ended.kind) {
    case "done":
      return settleDone(options, taken);
    case "put-off":
      await putOff(options, taken, ended.pausing);
      return "put-off";
    case "interrupted":
      await handBack(options.database, taken);
      return "handed-back";
    case "failed": {
      const next = await settleFailed(options, taken, ended.error);
      logFailure(options.logger, next, { err: ended.error, job, attempt: taken.retryCount + 1 });
      return next;
    }
  }
}

function logFailure(logger: QueueLogger, next: "again" | "dead" | "handed-back", fields: object): void {
  switch (next) {
    case "again":
      return logger.warn(fields, "A job failed and will be tried again");
    case "dead":
      return logger.error(fields, "A job failed for the last time and went to the dead letters");
    case "handed-back":
      return logger.warn(fields, "A job failed after another process had taken it over");
  }
}

async function tryJob(options: RunOptions, job: Job, { taken, lease }: Running): Promise<Ended> {
  const { clock, handle, stopping } = options;
  if (stopping.aborted) return { kind: "interrupted" };
  const tooLong = new AbortController();
  const ignored = new AbortController();
  const limit = new Error("The job ran for more than 10 minutes");
  const timers = [
    clock.setTimeout(() => tooLong.abort(limit), LIMIT_MS),
    clock.setTimeout(() => ignored.abort(limit), LIMIT_MS + IGNORING_MS),
  ];
  const context: JobContext = {
    attempt: taken.retryCount + 1,
    triesLeft: taken.retryLimit - taken.retryCount,
    signal: AbortSignal.any([tooLong.signal, stopping, lease.signal]),
    held: () => lease.held() && !options.leaving.aborted && !ignored.signal.aborted,
  };
  try {
    const done = handle(job, context).then((): Ended => ({ kind: "done" }));
    return await untilAborted(done, ignored.signal, { kind: "failed", error: limit });
  } catch (error) {
    // Whatever a handler throws decides when the job is looked at again; it is logged where that is decided.
    return stopping.aborted ? { kind: "interrupted" } : howItFailed(options, error);
  } finally {
    for (const timer of timers) clock.clearTimeout(timer);
  }
}

function howItFailed({ clock, putOff: pauseFor }: RunOptions, error: unknown): Ended {
  const pause = pauseFor(error);
  if (pause === null) return { kind: "failed", error };
  const ms = Math.max(msUntil(pause.until, new Date(clock.now())), PUT_OFF_AT_LEAST_MS);
  return { kind: "put-off", pausing: { ms, reason: pause.reason } };
}

/** A handler that does not end is left alone: whatever it still does has no effect on its job. */
async function untilAborted(trying: Promise<Ended>, signal: AbortSignal, instead: Ended): Promise<Ended> {
  if (signal.aborted) return instead;
  const left = Promise.withResolvers<Ended>();
  const leave = () => left.resolve(instead);
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([trying, left.promise]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}

import type { Clock } from "pg-boss";
import type { QueueLogger } from "./boss.ts";
import { readJob } from "./job.ts";
import type { Job, JobKind, JobOfKind } from "./job.ts";
import { giveUp, putOff, settleDone, settleFailed } from "./settle-job.ts";
import type { Store } from "./settle-job.ts";
import type { FetchedJob } from "./worker.ts";

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

export type JobHandlers = {
  readonly [Kind in JobKind]: (job: JobOfKind[Kind], context: JobContext) => Promise<void>;
};

/** How long one try may take before its signal is aborted. */
const LIMIT_MS = 10 * 60 * 1000;

/** A job put off to a time that has passed would spin. */
const PUT_OFF_AT_LEAST_MS = 1000;

/** For how long nothing of a line is taken, and why, in words for the people who run the app. */
export interface Pause {
  readonly until: Date;
  readonly reason: string;
}

/**
 * Until when the whole line of a job that threw this is to wait, such as the reset of GitHub's rate limit. The job spends
 * none of its tries, for nothing was wrong with it. Null for every other error.
 */
export type PutOff = (error: unknown) => Pause | null;

/** How one try of a job ended. "handed-back": the queue stopped, or another process took it over. */
export interface JobEnd {
  readonly kind: JobKind;
  readonly outcome: "done" | "again" | "dead" | "put-off" | "handed-back";
  readonly ms: number;
}

export interface RunOptions extends Store {
  readonly handlers: JobHandlers;
  readonly clock: Clock;
  readonly logger: QueueLogger;
  readonly stopping: AbortSignal;
  readonly putOff: PutOff;
}

/** Works on one fetched job and settles it: done, tried again, put off or given up. Does not reject. */
export async function runJob(options: RunOptions, fetched: FetchedJob): Promise<void> {
  try {
    await workAndSettle(options, fetched);
  } catch (error) {
    // The store did not take the outcome. The job stays active until it expires or the store is opened again.
    options.logger.error({ err: error, job: fetched.data }, "The outcome of a job could not be stored");
  }
}

async function workAndSettle(options: RunOptions, fetched: FetchedJob): Promise<void> {
  const attempt = { ...fetched, key: fetched.singletonKey ?? fetched.id };
  const read = readJob(fetched.data);
  if (read.kind === "unreadable") {
    options.logger.error({ job: fetched.data }, read.why);
    await giveUp(options, attempt, new Error(read.why));
    return;
  }
  const outcome = await tryJob(options, read.job, fetched);
  switch (outcome.kind) {
    case "done":
      return settleDone(options, attempt);
    case "put-off":
      return putOff(options, attempt, { job: read.job, at: outcome.at });
    case "failed": {
      const next = await settleFailed(options, attempt, outcome.error);
      const fields = { err: outcome.error, job: read.job, attempt: fetched.retryCount + 1 };
      if (next === "again") options.logger.warn(fields, "A job failed and will be tried again");
      else options.logger.error(fields, "A job failed for the last time and went to the dead letters");
    }
  }
}

type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "put-off"; readonly at: Date }
  | { readonly kind: "failed"; readonly error: unknown };

async function tryJob(options: RunOptions, job: Job, fetched: FetchedJob): Promise<Outcome> {
  const { clock, handlers, stopping } = options;
  const tooLong = new AbortController();
  const timer = clock.setTimeout(() => tooLong.abort(new Error("The job ran for more than 10 minutes")), LIMIT_MS);
  const context: JobContext = {
    attempt: fetched.retryCount + 1,
    triesLeft: fetched.retryLimit - fetched.retryCount,
    signal: AbortSignal.any([tooLong.signal, stopping]),
    held: () => true,
  };
  try {
    await dispatch(handlers, { kind: job.kind, job, context });
    return { kind: "done" };
  } catch (error) {
    // Whatever a handler throws decides when the job is looked at again; workAndSettle logs it.
    const pause = options.putOff(error);
    if (pause === null) return { kind: "failed", error };
    const earliest = clock.now() + PUT_OFF_AT_LEAST_MS;
    return { kind: "put-off", at: new Date(Math.max(pause.until.getTime(), earliest)) };
  } finally {
    clock.clearTimeout(timer);
  }
}

function dispatch<Kind extends JobKind>(
  handlers: JobHandlers,
  call: { readonly kind: Kind; readonly job: JobOfKind[Kind]; readonly context: JobContext },
): Promise<void> {
  return handlers[call.kind](call.job, call.context);
}

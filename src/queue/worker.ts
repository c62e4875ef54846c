import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "pg-boss";
import type { QueueLogger } from "./boss.ts";
import { instant } from "./leases.ts";
import type { Instant } from "./leases.ts";
import type { TakenJob, Taking } from "./take-jobs.ts";

export interface WorkerOptions {
  readonly clock: Clock;
  readonly concurrency: number;
  readonly logger: QueueLogger;
  /** Asks the store whether something became due, and moves delayed jobs that did. */
  readonly findDue: () => Promise<"due" | "nothing">;
  readonly take: (taking: Taking) => Promise<readonly TakenJob[]>;
  /** Must not reject. `since`: just before the job was taken. */
  readonly run: (job: { readonly taken: TakenJob; readonly since: Instant }) => Promise<void>;
}

export interface Worker {
  /** Look for work now. */
  wake(): void;
  /** Takes all that can be taken now, and resolves when none of it runs any more. */
  drain(): Promise<void>;
  /** Takes nothing more; resolves when what runs has ended, or after `graceMs` of real time. Can be repeated. */
  stop(graceMs: number): Promise<void>;
}

/**
 * The safety net only: a send in this process wakes the worker at once. Polling finds retries whose back-off has
 * ended, delayed jobs that are due, and, on a shared store, what other processes sent.
 */
const POLL_MS = 500;

/**
 * Every so often background jobs are looked for first: fresh ones go before them, but however many of those there are,
 * the others must not wait for ever.
 */
const BACKGROUND_TURN = 8;

/**
 * Takes as many jobs as there is room for, in one statement, whenever something was sent or has ended.
 * pg-boss's own workers are not used: eight of them mean eight fetches for every wake-up over one connection, and one
 * of them with a batch waits for the slowest job of the batch before it takes the next.
 */
export function startWorker(options: WorkerOptions): Worker {
  const state: State = {
    running: new Set(),
    taking: undefined,
    polling: undefined,
    isWanted: false,
    isStopped: false,
    after: "",
    turns: 0,
  };
  const timer = options.clock.setInterval(() => pollUnlessPolling(options, state), POLL_MS);
  wake(options, state);
  return {
    wake: () => wake(options, state),
    drain: async () => {
      await poll(options, state);
      wake(options, state);
      await untilStill(state);
    },
    stop: async (graceMs) => {
      state.isStopped = true;
      options.clock.clearInterval(timer);
      await Promise.race([untilStill(state), delay(graceMs, undefined, { ref: false })]);
    },
  };
}

interface State {
  readonly running: Set<Promise<void>>;
  taking: Promise<void> | undefined;
  polling: Promise<void> | undefined;
  isWanted: boolean;
  isStopped: boolean;
  /** The line that had its turn last. */
  after: string;
  /** How many takings found something. */
  turns: number;
}

async function untilStill(state: State): Promise<void> {
  while (state.taking !== undefined || state.running.size > 0) await Promise.all([state.taking, ...state.running]);
}

function wake(options: WorkerOptions, state: State): void {
  state.isWanted = true;
  state.taking ??= take(options, state).finally(() => {
    state.taking = undefined;
    // Woken after the last look but before this line.
    if (mayTake(options, state)) wake(options, state);
  });
}

function mayTake({ concurrency }: { readonly concurrency: number }, state: State): boolean {
  return state.isWanted && !state.isStopped && state.running.size < concurrency;
}

async function take(options: WorkerOptions, state: State): Promise<void> {
  try {
    while (mayTake(options, state)) {
      state.isWanted = false;
      const first = state.turns % BACKGROUND_TURN === BACKGROUND_TURN - 1 ? "background" : "fresh";
      const room = options.concurrency - state.running.size;
      const since = instant(options.clock);
      const jobs = await options.take({ room, after: state.after, first });
      if (jobs.length > 0) state.turns += 1;
      state.after = jobs.at(-1)?.line ?? state.after;
      for (const taken of jobs) start(options, state, options.run({ taken, since }));
    }
  } catch (error) {
    // The store did not answer; the next poll asks again.
    options.logger.error({ err: error }, "Jobs could not be taken");
  }
}

function start(options: WorkerOptions, state: State, running: Promise<void>): void {
  const ended = running.finally(() => {
    state.running.delete(ended);
    wake(options, state);
  });
  state.running.add(ended);
}

/** A store that does not answer must not be asked more and more: the questions would hold every connection to it. */
function pollUnlessPolling(options: WorkerOptions, state: State): void {
  state.polling ??= poll(options, state).finally(() => {
    state.polling = undefined;
  });
}

async function poll(options: WorkerOptions, state: State): Promise<void> {
  try {
    if ((await options.findDue()) === "due") wake(options, state);
  } catch (error) {
    // As above: the next poll asks again.
    options.logger.error({ err: error }, "The store could not be asked for due jobs");
  }
}

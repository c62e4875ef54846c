import { TestClock } from "pg-boss";
import { onTestFinished } from "vitest";
import type { Job } from "../../src/queue/job.ts";
import { openQueue } from "../../src/queue/queue.ts";
import type { Queue, QueueOptions } from "../../src/queue/queue.ts";
import type { Database } from "../../src/queue/database.ts";
import { silentLogger } from "./silent-logger.ts";
import { openTestStore } from "./store.ts";

export const NOON = new Date("2026-03-02T12:00:00Z");

export interface TestQueue {
  readonly queue: Queue;
  readonly database: Database;
  /** Stands still until it is moved. */
  readonly clock: TestClock;
  /** Lets time pass, and everything that becomes due end. */
  readonly later: (seconds: number) => Promise<void>;
}

/** What a handler of these tests throws to be put off. */
export class Limit extends Error {
  readonly until: Date;

  constructor(until: Date) {
    super("limit");
    this.until = until;
  }
}

const putOff = (error: unknown) => (error instanceof Limit ? { until: error.until, reason: error.message } : null);

/** A queue on the given store or an empty one in memory, closed when the test ends. Nothing works on it until `work` is called. */
export async function openTestQueue(options: Partial<QueueOptions> = {}): Promise<TestQueue> {
  const { database = await openTestStore() } = options;
  const clock = new TestClock(NOON);
  const queue = await openQueue({ clock, logger: silentLogger, putOff, ...options, database });
  onTestFinished(async () => {
    await queue.stop({ graceMs: 0 });
    await database.close();
  });
  const later = async (seconds: number) => {
    await clock.setTime(clock.now() + seconds * 1000);
    await queue.idle();
  };
  return { queue, database, clock, later };
}

/** A job about a pull request of one repository. */
export function reconcile(number: number): Job {
  return reconcileOf(7, number);
}

/** A job about a pull request of the installation's one repository. */
export function reconcileOf(installation: number, number: number): Job {
  const repository = { id: installation * 10, owner: "ada", name: "engine" };
  return { kind: "reconcile-pull-request", installation, repository, number };
}

export function delivery(deliveryId: string) {
  return { hookId: "1", deliveryId, event: "pull_request", bodyDigest: `digest of ${deliveryId}` };
}

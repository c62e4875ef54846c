import type { Arrival, Recorded } from "./deliveries.ts";
import { jobData } from "./job.ts";

/** What one transaction takes at most, so that it stays short. A single delivery with more jobs goes alone. */
const GROUP = { deliveries: 100, jobs: 500 } as const;

/** Stores arrivals in one transaction, all of them or none, and answers in their order. */
export type StoreTogether = (arrivals: readonly Arrival[]) => Promise<readonly Recorded[]>;

interface Waiting {
  readonly arrival: Arrival;
  readonly resolve: (outcome: Recorded) => void;
  readonly reject: (error: unknown) => void;
}

/** In milliseconds. A transaction that takes longer may wait for a connection that is gone: the next group passes it. */
const SLOW_MS = 1000;

/** Slow transactions at once, so that connections are left for those who work. */
const SLOW_AT_ONCE = 4;

/**
 * Group commit: a delivery that finds nothing under way is stored at once; those that arrive meanwhile are stored
 * together, in one transaction, as soon as that one has ended. Each caller hears of its own delivery when that would
 * survive this process.
 */
export function deliveryRecorder(store: StoreTogether, slowMs = SLOW_MS): (arrival: Arrival) => Promise<Recorded> {
  const waiting: Waiting[] = [];
  const underway = new Set<Promise<void>>();
  let isStoring = false;
  return async (arrival) => {
    // Here, where it concerns nobody else: a job that cannot be stored fails its own delivery.
    for (const job of arrival.jobs) jobData(job);
    return new Promise((resolve, reject) => {
      waiting.push({ arrival, resolve, reject });
      if (!isStoring) void storeWaiting();
    });
  };

  async function storeWaiting(): Promise<void> {
    isStoring = true;
    while (waiting.length > 0) {
      if (underway.size === SLOW_AT_ONCE) await Promise.race(underway);
      const ended = storeGroup(store, waiting.splice(0, sizeOfGroup(waiting))).finally(() => underway.delete(ended));
      underway.add(ended);
      await endOrPass(ended, slowMs);
    }
    isStoring = false;
  }
}

async function endOrPass(ended: Promise<void>, slowMs: number): Promise<void> {
  const { promise: slow, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, slowMs);
  await Promise.race([ended, slow]);
  clearTimeout(timer);
}

function sizeOfGroup(waiting: readonly Waiting[]): number {
  let jobs = 0;
  const tooMany = waiting.findIndex(({ arrival }, index) => {
    jobs += arrival.jobs.length;
    return index > 0 && (index === GROUP.deliveries || jobs > GROUP.jobs);
  });
  return tooMany === -1 ? waiting.length : tooMany;
}

/** Does not reject: whoever waits hears of it. */
async function storeGroup(store: StoreTogether, group: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await store(group.map(({ arrival }) => arrival));
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) reject(new Error("The store told nothing of this delivery"));
      else resolve(outcome);
    }
  } catch (error) {
    // Nothing of the group was stored. Where it may be the fault of one of them, each is tried alone.
    if (group.length === 1 || !isRefusal(error)) for (const { reject } of group) reject(error);
    else for (const each of group) await storeGroup(store, [each]);
  }
}

/**
 * Classes of SQLSTATE by which the store refuses what it was asked: wrong cardinality, data and constraints (21-23), a
 * transaction undone for another's sake (40), and beyond a limit (54). All else is the store's own trouble, which would
 * only keep each of the group waiting in turn: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const refusals = /^(?:2[123]|40|54)[0-9A-Z]{3}$/;

function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && refusals.test(String(error.code));
}

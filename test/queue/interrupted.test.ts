import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { EmbeddedDatabase } from "../../src/queue/pglite.ts";
import { openQueue } from "../../src/queue/queue.ts";
import type { Queue } from "../../src/queue/queue.ts";
import type { JobContext } from "../../src/queue/run-job.ts";
import { allJobs, reconcile } from "../support/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { openTestStore } from "../support/store.ts";

async function openStore() {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  return database;
}

const open = (database: EmbeddedDatabase) => openQueue({ database, logger: silentLogger });

/**
 * Starts the job that waits, if one does, and stops while it runs. A queue that stops in the middle of a job leaves it
 * active, as a killed process does.
 */
async function interrupt(queue: Queue): Promise<readonly JobContext[]> {
  const running: JobContext[] = [];
  await queue.work(
    allJobs((_, context) => {
      running.push(context);
      return new Promise(() => {});
    }),
  );
  while ((await queue.counts()).waiting > 0) await delay(1);
  await queue.stop({ graceMs: 0 });
  return running;
}

async function attemptsOf(queue: Queue): Promise<readonly number[]> {
  const attempts: number[] = [];
  await queue.work(allJobs(async (_, { attempt }) => void attempts.push(attempt)));
  await queue.idle();
  await queue.stop();
  return attempts;
}

describe("a job that was interrupted", () => {
  test("learns that it should end", async () => {
    const database = await openStore();
    const queue = await open(database);
    await queue.send([reconcile(1)]);
    const running = await interrupt(queue);
    expect(running.map((context) => context.signal.aborted)).toEqual([true]);
  });

  test("runs again as soon as the store is opened, and has spent a try", async () => {
    const database = await openStore();
    const first = await open(database);
    await first.send([reconcile(1)]);
    await interrupt(first);
    const second = await open(database);
    expect(await second.counts()).toMatchObject({ waiting: 1, active: 0, backingOff: 0 });
    expect(await attemptsOf(second)).toEqual([2]);
  });

  test("does not wait for the back-off of an equal one that failed", async () => {
    const database = await openStore();
    const first = await open(database);
    await first.work(allJobs(() => Promise.reject(new Error("502"))));
    await first.send([reconcile(1)]);
    await first.idle();
    await first.stop();
    const second = await open(database);
    await second.send([reconcile(1)]);
    await interrupt(second);
    const third = await open(database);
    expect(await third.counts()).toMatchObject({ waiting: 1, active: 0, backingOff: 0, dead: 0 });
    expect(await attemptsOf(third)).toEqual([2]);
  });

  test("is given up on when it was interrupted at every try: it may be what kills the process", async () => {
    const database = await openStore();
    const first = await open(database);
    await first.send([reconcile(1)]);
    await interrupt(first);
    for (let restart = 1; restart <= 10; restart += 1) await interrupt(await open(database));
    const last = await open(database);
    expect(await last.counts()).toEqual({ waiting: 0, active: 0, backingOff: 0, delayed: 0, dead: 1 });
    await last.stop();
  });
});

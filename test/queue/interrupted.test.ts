import { setTimeout as delay } from "node:timers/promises";
import { TestClock } from "pg-boss";
import { expect, onTestFinished, test } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import type { Job } from "../../src/queue/job.ts";
import { openQueue } from "../../src/queue/queue.ts";
import type { JobEnd, Queue, QueueOptions } from "../../src/queue/queue.ts";
import type { JobContext } from "../../src/queue/run-job.ts";
import { NOON, reconcile } from "../support/queue.ts";
import { mortalStore } from "../support/mortal-store.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { openTestStore } from "../support/store.ts";
import { onEveryStore } from "../support/stores.ts";

type Told = Partial<Pick<QueueOptions, "onJobEnd" | "onGivenUp" | "logger">>;

/** A queue whose process can be killed: from then on nothing that it asks of the store is answered. */
async function openProcess(database: Database, clock: TestClock, told: Told = {}) {
  const { store, kill } = mortalStore(database);
  const queue = await openQueue({ logger: silentLogger, ...told, database: store, clock });
  return { queue, kill };
}

/** Starts working, and resolves once a job runs that does not end by itself. */
async function beBusy(queue: Queue): Promise<JobContext> {
  const started = Promise.withResolvers<JobContext>();
  await queue.work((_, context) => {
    started.resolve(context);
    return new Promise(() => {});
  });
  return started.promise;
}

const onGivenUp = (job: Job): readonly Job[] =>
  job.kind === "reconcile-pull-request" ? [{ ...job, kind: "tell-given-up", failing: "ours" }] : [];

async function attemptsOf(queue: Queue): Promise<readonly number[]> {
  const attempts: number[] = [];
  await queue.work(async (_, { attempt }) => void attempts.push(attempt));
  await queue.idle();
  await queue.stop();
  return attempts;
}

onEveryStore("a job", (openStore) => {
  /** Processes that share a clock; `jump` lets time pass and every timer that is due fire once. */
  async function openProcesses() {
    const database = await openStore();
    onTestFinished(() => database.close());
    const clock = new TestClock(NOON);
    const jump = async (seconds: number) => {
      await clock.setTime(clock.now() + seconds * 1000);
      await clock.tick(1);
    };
    return { database, clock, jump, start: (told?: Told) => openProcess(database, clock, told) };
  }

  test("whose process died is handed back by another one after 30 seconds, and has spent a try", async () => {
    const { start, jump } = await openProcesses();
    const first = await start();
    await first.queue.send([reconcile(1)]);
    const second = await start();
    await beBusy(first.queue);
    first.kill();
    const attempts: number[] = [];
    await second.queue.work(async (_, { attempt }) => void attempts.push(attempt));
    await jump(25);
    expect(attempts).toEqual([]);
    await jump(10);
    await expect.poll(() => attempts).toEqual([2]);
    await second.queue.stop();
  });

  test("stays with its process as long as that says that it works on it", async () => {
    const { start, clock } = await openProcesses();
    const first = await start();
    await first.queue.send([reconcile(1)]);
    const second = await start();
    const context = await beBusy(first.queue);
    await second.queue.work(async () => {});
    for (let beat = 0; beat < 20; beat += 1) await clock.tick(5000);
    expect([context.held(), context.signal.aborted]).toEqual([true, false]);
    expect(await second.queue.counts()).toMatchObject({ active: 1, waiting: 0 });
    await first.queue.stop({ graceMs: 0 });
    await second.queue.stop();
  });

  test("is not held any more by a process that slept for 20 seconds, until the store confirms it", async () => {
    const { start, clock } = await openProcesses();
    const { queue } = await start();
    await queue.send([reconcile(1)]);
    const context = await beBusy(queue);
    await clock.setTime(clock.now() + 19_000);
    expect(context.held()).toBe(true);
    await clock.setTime(clock.now() + 2000);
    expect(context.held()).toBe(false);
    await clock.tick(1);
    await expect.poll(context.held).toBe(true);
    await queue.stop({ graceMs: 0 });
  });

  test("learns that another process took it over, and has no effect on that one's try", async () => {
    const { start, clock, database } = await openProcesses();
    const ends: JobEnd[] = [];
    const { queue } = await start({ onJobEnd: (ended) => void ends.push(ended) });
    await queue.send([reconcile(1)]);
    const failing = Promise.withResolvers<void>();
    const started = Promise.withResolvers<JobContext>();
    await queue.work((_, context) => {
      started.resolve(context);
      return failing.promise;
    });
    const context = await started.promise;
    // As another process would after handing it back and taking it again.
    await database.query("UPDATE pgboss.job SET retry_count = retry_count + 1 WHERE state = 'active'");
    await clock.tick(5000);
    await expect.poll(() => context.signal.aborted).toBe(true);
    expect(context.held()).toBe(false);
    failing.reject(new Error("aborted"));
    await expect.poll(() => ends).toMatchObject([{ outcome: "handed-back" }]);
    expect(await queue.counts()).toMatchObject({ active: 1, backingOff: 0 });
    await queue.stop({ graceMs: 0 });
  });

  test("stops by itself when the store was not reached for 20 seconds", async () => {
    const { start, clock } = await openProcesses();
    const { queue, kill } = await start();
    await queue.send([reconcile(1)]);
    const context = await beBusy(queue);
    kill();
    for (let beat = 0; beat < 6; beat += 1) await clock.tick(5000);
    expect([context.held(), context.signal.aborted]).toEqual([false, true]);
  });

  test("that a stopping queue does not wait for waits again at once, and has spent no try", async () => {
    const { start } = await openProcesses();
    const ends: JobEnd[] = [];
    const first = await start({ onJobEnd: (ended) => void ends.push(ended) });
    await first.queue.send([reconcile(1)]);
    const context = await beBusy(first.queue);
    await first.queue.stop({ graceMs: 0 });
    expect([context.signal.aborted, context.held()]).toEqual([true, false]);
    expect(ends).toMatchObject([{ kind: "reconcile-pull-request", outcome: "handed-back" }]);
    const second = await start();
    expect(await second.queue.counts()).toMatchObject({ waiting: 1, active: 0, backingOff: 0 });
    expect(await attemptsOf(second.queue)).toEqual([1]);
  });

  test("that ends with an error because the queue stops has spent no try either", async () => {
    const { start } = await openProcesses();
    const first = await start();
    await first.queue.send([reconcile(1)]);
    const started = Promise.withResolvers<void>();
    await first.queue.work(async (_, { signal }) => {
      started.resolve();
      while (!signal.aborted) await delay(1);
      throw new Error("aborted");
    });
    await started.promise;
    await first.queue.stop({ graceMs: 0 });
    expect(await attemptsOf((await start()).queue)).toEqual([1]);
  });

  test("that was handed back merges into an equal one that came meanwhile", async () => {
    const { start } = await openProcesses();
    const first = await start();
    await first.queue.send([reconcile(1)], "fresh");
    await beBusy(first.queue);
    await first.queue.send([reconcile(1)]);
    await first.queue.stop({ graceMs: 0 });
    const second = await start();
    expect(await second.queue.counts()).toMatchObject({ waiting: 1, active: 0 });
    expect(await attemptsOf(second.queue)).toEqual([1]);
  });

  test("that was interrupted does not wait for the back-off of an equal one that failed", async () => {
    const { start, database, jump } = await openProcesses();
    const first = await start();
    const second = await start();
    let tries = 0;
    await first.queue.work(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error("502")) : new Promise(() => {});
    });
    await first.queue.send([reconcile(1)]);
    await first.queue.idle();
    await database.query("UPDATE pgboss.job SET start_after = start_after + interval '1 hour' WHERE state = 'retry'");
    await first.queue.send([reconcile(1)]);
    await expect.poll(() => tries).toBe(2);
    first.kill();
    const attempts: number[] = [];
    await second.queue.work(async (_, { attempt }) => void attempts.push(attempt));
    await jump(60);
    await expect.poll(() => attempts).toEqual([2]);
    expect(await second.queue.counts()).toMatchObject({ waiting: 0, active: 0, backingOff: 0, dead: 0 });
    await second.queue.stop();
  });

  test("that kills its process at every try ends in the dead letters, which is told, and what follows is sent", async () => {
    const { start, jump, database } = await openProcesses();
    const lives = 4;
    await (await start()).queue.send([reconcile(1)]);
    await database.query("UPDATE pgboss.job SET retry_limit = $1", [lives - 1]);
    const attempts: number[] = [];
    while (attempts.length < lives) {
      const { queue, kill } = await start({ onGivenUp });
      const earlier = attempts.length;
      const busy = beBusy(queue).then(({ attempt }) => attempts.push(attempt));
      // Handed back after 30 seconds, and due after up to 30 more.
      while (attempts.length === earlier) await jump(31).then(() => delay(5));
      await busy;
      kill();
    }
    expect(attempts).toEqual(Array.from({ length: lives }, (_, earlier) => earlier + 1));
    const errors: unknown[] = [];
    const logger = { ...silentLogger, error: ({ attempt }: { attempt?: number }) => void errors.push(attempt) };
    const last = await start({ onGivenUp, logger });
    const done: Job[] = [];
    await last.queue.work(async (job) => void done.push(job));
    await jump(31);
    await expect.poll(() => done).toEqual(onGivenUp(reconcile(1)));
    expect(errors).toEqual([lives]);
    await expect.poll(() => last.queue.counts()).toMatchObject({ waiting: 0, active: 0, backingOff: 0, dead: 1 });
    await last.queue.stop();
  });
});

test("a job of the embedded store runs again as soon as the store is opened, however lately its process died", async () => {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const clock = new TestClock(NOON);
  const first = await openProcess(database, clock);
  await first.queue.send([reconcile(1)]);
  await beBusy(first.queue);
  first.kill();
  const second = await openProcess(database, clock);
  expect(await second.queue.counts()).toMatchObject({ waiting: 1, active: 0 });
  expect(await attemptsOf(second.queue)).toEqual([2]);
});

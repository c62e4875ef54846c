import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Job } from "../../src/queue/job.ts";
import type { JobHandler } from "../../src/queue/queue.ts";
import { openTestQueue, reconcile } from "../support/queue.ts";

/** Jobs that are noted when they start and wait to be let go. */
function heldJobs() {
  const started: Job[] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const handle: JobHandler = async (job) => {
    started.push(job);
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
  };
  const hasStarted = async (count: number) => {
    while (started.length < count) await delay(1);
  };
  return { started, handle, hasStarted, letGo: (index: number) => gates[index]?.resolve() };
}

describe("the queue", () => {
  test("merges equal jobs while they wait", async () => {
    const { queue } = await openTestQueue();
    await queue.send([reconcile(1), reconcile(1)]);
    await queue.send([reconcile(1)]);
    const worked: Job[] = [];
    await queue.work(async (job) => void worked.push(job));
    await queue.idle();
    expect(worked).toEqual([reconcile(1)]);
  });

  test("runs jobs of different keys at the same time", async () => {
    const { queue } = await openTestQueue();
    const held = heldJobs();
    await queue.work(held.handle);
    await queue.send([reconcile(1), reconcile(2)]);
    await held.hasStarted(2);
    expect(await queue.counts()).toMatchObject({ active: 2, waiting: 0 });
    held.letGo(0);
    held.letGo(1);
    await queue.idle();
  });

  test("runs a job that was sent while an equal one ran, once, and only after it", async () => {
    const { queue } = await openTestQueue();
    const held = heldJobs();
    await queue.work(held.handle);
    await queue.send([reconcile(1)]);
    await held.hasStarted(1);
    await queue.send([reconcile(1)]);
    await queue.send([reconcile(1)]);
    await queue.send([reconcile(2)]);
    await held.hasStarted(2);
    expect(held.started).toEqual([reconcile(1), reconcile(2)]);
    expect(await queue.counts()).toMatchObject({ active: 2, waiting: 1 });
    held.letGo(0);
    await held.hasStarted(3);
    held.letGo(1);
    held.letGo(2);
    await queue.idle();
    expect(held.started).toEqual([reconcile(1), reconcile(2), reconcile(1)]);
  });

  test("works on what a handler sends before it calls itself idle", async () => {
    const { queue } = await openTestQueue();
    const worked: Job[] = [];
    const fanOut: Job = { kind: "recheck-installation", installation: 7 };
    await queue.work(async (job) => {
      worked.push(job);
      if (job.kind === "recheck-installation") await queue.send([reconcile(1), reconcile(2)]);
    });
    await queue.send([fanOut]);
    await queue.idle();
    expect(worked).toHaveLength(3);
    expect(worked).toEqual(expect.arrayContaining([fanOut, reconcile(1), reconcile(2)]));
  });

  test("takes a pull request that somebody waits for before a repository to be fanned out", async () => {
    const { queue } = await openTestQueue();
    const fanOut: Job = { kind: "recheck-installation", installation: 7 };
    await queue.send([fanOut]);
    await queue.send([reconcile(1)]);
    const worked: Job[] = [];
    await queue.work(async (job) => void worked.push(job));
    await queue.idle();
    expect(worked).toEqual([reconcile(1), fanOut]);
  });

  test("runs no more jobs at once than it was told to", async () => {
    const { queue } = await openTestQueue();
    let running = 0;
    let most = 0;
    await queue.work(async () => {
      running += 1;
      most = Math.max(most, running);
      await delay(1);
      running -= 1;
    });
    await queue.send(Array.from({ length: 40 }, (_, index) => reconcile(index + 1)));
    await queue.idle();
    expect(most).toBe(8);
  });

  test("gives the handler the stored fields only", async () => {
    const { queue } = await openTestQueue();
    const worked: Job[] = [];
    await queue.work(async (job) => void worked.push(job));
    await queue.send([Object.assign(reconcile(1), { title: "Add dark mode" })]);
    await queue.idle();
    expect(worked).toEqual([reconcile(1)]);
  });

  test("refuses to be worked on twice, or to wait for an idleness that cannot come", async () => {
    const { queue } = await openTestQueue();
    await expect(queue.idle()).rejects.toThrow("Nothing works on this queue");
    await queue.work(async () => {});
    await expect(queue.work(async () => {})).rejects.toThrow("already");
  });
});

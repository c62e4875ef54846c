import { describe, expect, test } from "vitest";
import type { Job } from "../../src/queue/job.ts";
import { NOON, delivery, openTestQueue, reconcile } from "../support/queue.ts";

const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

const cancelled = reconcile(1);

test("a job that is cancelled does not come when it would be due", async () => {
  const { queue, worked, later } = await openNoting();
  await queue.sendLater(cancelled, after(120));
  await queue.cancel(cancelled);
  await later(120);
  expect(worked).toEqual([]);
});

test("a job that is cancelled is not tried again", async () => {
  const { queue, later } = await openTestQueue();
  let tries = 0;
  await queue.work(async () => {
    tries += 1;
    throw new Error("not now");
  });
  await queue.send([cancelled]);
  await queue.idle();
  await queue.cancel(cancelled);
  await later(3600);
  expect([tries, (await queue.counts()).backingOff]).toEqual([1, 0]);
});

test("a job that could run when it is cancelled runs, for it may have been sent for news of after that", async () => {
  const { queue } = await openTestQueue();
  await queue.send([cancelled]);
  await queue.cancel(cancelled);
  expect(await queue.counts()).toMatchObject({ waiting: 1 });
});

async function openNoting() {
  const open = await openTestQueue();
  const worked: Job[] = [];
  await open.queue.work(async (job) => void worked.push(job));
  return { ...open, worked };
}

describe("a delayed job", () => {
  test("becomes an ordinary one when it is due", async () => {
    const { queue, worked, later } = await openNoting();
    await queue.sendLater(reconcile(1), after(120));
    await later(119);
    expect(worked).toEqual([]);
    expect(await queue.counts()).toMatchObject({ delayed: 1, waiting: 0 });
    await later(1);
    expect(worked).toEqual([reconcile(1)]);
    expect(await queue.counts()).toMatchObject({ delayed: 0 });
  });

  test("is found by polling, without anybody asking", async () => {
    const { queue, worked, clock } = await openNoting();
    await queue.sendLater(reconcile(1), after(120));
    await clock.setTime(after(120));
    await clock.tick(500);
    await expect.poll(() => worked).toEqual([reconcile(1)]);
  });

  test("does not hold up a fresh one of the same key, and still comes", async () => {
    const { queue, worked, later } = await openNoting();
    await queue.sendLater(reconcile(1), after(120));
    await queue.send([reconcile(1)]);
    await queue.idle();
    expect(worked).toEqual([reconcile(1)]);
    await later(120);
    expect(worked).toEqual([reconcile(1), reconcile(1)]);
  });

  test.each([
    ["later", 60, 300],
    ["earlier", 300, 60],
  ])("merges with an equal one that is to come %s: the earliest time counts", async (_, first, second) => {
    const { queue, worked, later } = await openNoting();
    await queue.sendLater(reconcile(1), after(first));
    await queue.sendLater(reconcile(1), after(second));
    expect(await queue.counts()).toMatchObject({ delayed: 1 });
    await later(60);
    expect(worked).toEqual([reconcile(1)]);
    await later(3600);
    expect(worked).toEqual([reconcile(1)]);
  });

  test("can be asked for again while the job it became runs", async () => {
    const { queue, later, clock } = await openTestQueue();
    const at: number[] = [];
    await queue.work(async (job) => {
      at.push(clock.now());
      if (at.length < 3) await queue.sendLater(job, new Date(clock.now() + 60_000));
    });
    await queue.send([reconcile(1)]);
    await queue.idle();
    await later(60);
    await later(60);
    expect(at).toEqual([after(0), after(60), after(120)].map(Number));
  });

  test("is not lost when two hundred are due at once", async () => {
    const { queue, worked, later } = await openNoting();
    for (let number = 1; number <= 220; number += 1) await queue.sendLater(reconcile(number), after(number % 60));
    await later(60);
    expect(new Set(worked.map((job) => JSON.stringify(job))).size).toBe(220);
    expect(worked).toHaveLength(220);
  });

  test("waits for a moment of quiet where its kind changes in bursts, and equal ones merge in it", async () => {
    const { queue, worked, later } = await openNoting();
    const repository = { id: 70, owner: "ada", name: "engine" };
    const wake: Job = { kind: "recheck-linked-pull-requests", installation: 7, repository, number: 1 };
    await queue.record(delivery("edited"), [wake]);
    await later(1);
    await queue.record(delivery("closed"), [wake]);
    expect(worked).toEqual([]);
    await later(1);
    expect(worked).toEqual([wake]);
    await later(60);
    expect(worked).toEqual([wake]);
  });
});

import { TestClock } from "pg-boss";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Job } from "../../src/queue/job.ts";
import { openQueue } from "../../src/queue/queue.ts";
import { NOON, openTestQueue, reconcile } from "../support/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";

const many = (count: number) => Array.from({ length: count }, (_, index) => reconcile(index + 1));

function countingJobs() {
  const worked: Job[] = [];
  return { worked, handle: async (job: Job) => void worked.push(job) };
}

describe("what is sent in waves", () => {
  test("is woken 200 at once and 200 a minute after that, in order, and all of it", async () => {
    const { queue, later } = await openTestQueue();
    const { worked, handle } = countingJobs();
    await queue.work(handle);
    await queue.sendInWaves(many(450));
    await queue.idle();
    expect(new Set(worked)).toEqual(new Set(many(200)));
    await later(59);
    expect(worked).toHaveLength(200);
    await later(1);
    expect(new Set(worked)).toEqual(new Set(many(400)));
    await later(60);
    expect(new Set(worked)).toEqual(new Set(many(450)));
    expect(worked).toHaveLength(450);
  });

  test("is woken once, however often it is named or sent", async () => {
    const { queue, later } = await openTestQueue();
    const { worked, handle } = countingJobs();
    await queue.sendInWaves([...many(150), ...many(201)]);
    expect(await queue.counts()).toMatchObject({ waiting: 200, delayed: 1 });
    await queue.sendInWaves(many(201));
    expect(await queue.counts()).toMatchObject({ waiting: 200, delayed: 1 });
    await queue.work(handle);
    await later(60);
    expect(worked).toHaveLength(201);
  });

  test("leaves room for what comes in between", async () => {
    const { queue } = await openTestQueue();
    const { worked, handle } = countingJobs();
    await queue.sendInWaves(many(1000));
    await queue.send([reconcile(5000)]);
    await queue.work(handle);
    await queue.idle();
    expect(worked).toContainEqual(reconcile(5000));
    expect(worked).toHaveLength(201);
  });

  test("is stored whole: what is left comes after a restart", async () => {
    const { queue, database } = await openTestQueue();
    await queue.sendInWaves(many(201));
    await queue.stop({ graceMs: 0 });
    const clock = new TestClock(NOON.getTime() + 60_000);
    const next = await openQueue({ database, clock, logger: silentLogger });
    onTestFinished(() => next.stop({ graceMs: 0 }));
    const { worked, handle } = countingJobs();
    await next.work(handle);
    await next.idle();
    expect(worked).toHaveLength(201);
  });
});

import { expect, test } from "vitest";
import type { Job } from "../../src/queue/job.ts";
import type { JobEnd, JobHandler, QueueOptions } from "../../src/queue/queue.ts";
import { Limit, NOON, delivery, openTestQueue as openOn, reconcile, reconcileOf } from "../support/queue.ts";
import { onEveryStore } from "../support/stores.ts";

const MINUTE = 60;
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

/** Jobs that throw what they are told to for the next tries, which are noted. */
function failingJobs(...errors: readonly unknown[]) {
  const left = [...errors];
  const tries: [Job, number][] = [];
  const handle: JobHandler = async (job, { attempt }) => {
    tries.push([job, attempt]);
    const error = left.shift();
    if (error !== undefined) throw error;
  };
  return { tries, handle };
}

onEveryStore("a pause", (openStore) => {
  const openTestQueue = async (options: Partial<QueueOptions> = {}) =>
    openOn({ ...options, database: await openStore() });

  test("a job that meets a limit waits for its end without spending a try", async () => {
    const { queue, later } = await openTestQueue();
    const { tries, handle } = failingJobs(new Error("502"), new Limit(after(40 * MINUTE)));
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await queue.idle();
    await later(10);
    expect(tries.map(([, attempt]) => attempt)).toEqual([1, 2]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, paused: 1, pausedLines: 1, backingOff: 0, dead: 0 });
    await later(39 * MINUTE);
    expect(tries).toHaveLength(2);
    await later(MINUTE);
    expect(tries.map(([, attempt]) => attempt)).toEqual([1, 2, 2]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, paused: 0, pausedLines: 0 });
  });

  test("a limit keeps everything of its installation waiting, and nothing of another", async () => {
    const { queue, later } = await openTestQueue({ concurrency: 1 });
    const { tries, handle } = failingJobs(new Limit(after(MINUTE)));
    await queue.send([reconcileOf(7, 1)], "fresh");
    await queue.work(handle);
    await queue.idle();
    await queue.send([reconcileOf(7, 2), reconcileOf(8, 3)]);
    await queue.idle();
    expect(tries.map(([job]) => job)).toEqual([reconcileOf(7, 1), reconcileOf(8, 3)]);
    await later(MINUTE);
    expect(tries.slice(2).map(([job]) => job)).toEqual([reconcileOf(7, 1), reconcileOf(7, 2)]);
  });

  test("a job that is put off merges into an equal one that came meanwhile", async () => {
    const { queue, later } = await openTestQueue();
    let tries = 0;
    await queue.work(async (job) => {
      tries += 1;
      if (tries > 1) return;
      await queue.send([job], "fresh");
      throw new Limit(after(MINUTE));
    });
    await queue.send([reconcile(1)]);
    await queue.idle();
    expect(await queue.counts()).toMatchObject({ paused: 1 });
    await later(MINUTE);
    expect(tries).toBe(2);
  });

  test("a limit whose end has passed already does not make its job spin", async () => {
    const { queue, later } = await openTestQueue();
    const { tries, handle } = failingJobs(new Limit(new Date(0)));
    await queue.work(handle);
    await queue.record(delivery("a"), [reconcile(1)]);
    await queue.idle();
    expect(tries).toHaveLength(1);
    await later(1);
    expect(tries).toHaveLength(2);
  });

  test("a job of the app's own line that meets a limit waits alone", async () => {
    const { queue, later } = await openTestQueue();
    const { tries, handle } = failingJobs(new Limit(after(MINUTE)));
    await queue.work(handle);
    await queue.send([{ kind: "forget-installation", installation: 7 }]);
    await queue.idle();
    await queue.send([{ kind: "forget-installation", installation: 8 }]);
    await queue.idle();
    expect(tries).toHaveLength(2);
    await later(MINUTE);
    expect(tries.map(([job]) => "installation" in job && job.installation)).toEqual([7, 8, 7]);
  });

  test("an installation that is paused is taken up when it is resumed", async () => {
    const { queue } = await openTestQueue();
    const { tries, handle } = failingJobs();
    await queue.pause(7, after(6 * 3600), "suspended");
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await queue.idle();
    expect(tries).toEqual([]);
    await queue.resume(7);
    await queue.idle();
    expect(tries).toHaveLength(1);
  });

  test("what a job meets that began before its installation was resumed pauses nothing any more", async () => {
    const { queue, clock } = await openTestQueue();
    const started = Promise.withResolvers<void>();
    const failing = Promise.withResolvers<void>();
    const attempts: number[] = [];
    await queue.work((_, { attempt }) => {
      attempts.push(attempt);
      if (attempts.length > 1) return Promise.reject(new Limit(after(6 * 3600)));
      started.resolve();
      return failing.promise;
    });
    await queue.send([reconcile(1)]);
    await started.promise;
    await clock.setTime(after(1));
    await queue.resume(7);
    await clock.setTime(after(2));
    failing.reject(new Limit(after(6 * 3600)));
    // The second time it began afterwards.
    await expect.poll(() => queue.counts()).toMatchObject({ active: 0, paused: 1, pausedLines: 1 });
    expect(attempts).toEqual([1, 1]);
  });

  test("of several pauses the longest counts", async () => {
    const { queue, later } = await openTestQueue();
    const { tries, handle } = failingJobs();
    await queue.pause(7, after(2 * MINUTE), "suspended");
    await queue.pause(7, after(MINUTE), "limit");
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await later(MINUTE);
    expect(tries).toEqual([]);
    await later(MINUTE);
    expect(tries).toHaveLength(1);
  });

  test("pauses that ended are forgotten within the hour", async () => {
    const { queue, database, clock } = await openTestQueue();
    await queue.pause(7, after(MINUTE), "limit");
    await clock.setTime(after(3600));
    await clock.tick(1);
    await expect.poll(() => database.query("SELECT line FROM outcome.pauses")).toEqual([]);
  });

  test("how each try ended is told", async () => {
    const ends: JobEnd["outcome"][] = [];
    const { queue, later } = await openTestQueue({ onJobEnd: ({ outcome }) => void ends.push(outcome) });
    const { handle } = failingJobs(new Error("502"), new Limit(after(MINUTE)));
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await queue.idle();
    await later(10);
    await later(MINUTE);
    expect(ends).toEqual(["again", "put-off", "done"]);
  });
});

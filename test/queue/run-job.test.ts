import { expect, test } from "vitest";
import type { JobEnd } from "../../src/queue/queue.ts";
import type { JobContext } from "../../src/queue/run-job.ts";
import { openTestQueue, reconcile } from "../support/queue.ts";

test("a job that goes on though its signal was aborted is left a minute later, may write no more, and is tried again", async () => {
  const ends: JobEnd[] = [];
  const { queue, clock } = await openTestQueue({ onJobEnd: (ended) => void ends.push(ended) });
  const started = Promise.withResolvers<JobContext>();
  await queue.send([reconcile(1)]);
  await queue.work((_, context) => {
    started.resolve(context);
    return new Promise(() => {});
  });
  const context = await started.promise;
  const jump = async (seconds: number) => {
    await clock.setTime(clock.now() + seconds * 1000);
    await clock.tick(1);
  };
  await jump(601);
  expect(context.signal.aborted).toBe(true);
  expect([ends, await queue.counts()]).toMatchObject([[], { active: 1 }]);
  await jump(60);
  await expect.poll(() => ends).toMatchObject([{ outcome: "again" }]);
  expect(context.held()).toBe(false);
  expect(await queue.counts()).toMatchObject({ active: 0, backingOff: 1 });
});

import { describe, expect, test } from "vitest";
import type { Job } from "../../src/queue/job.ts";
import { allJobs, delivery, openTestQueue, reconcile } from "../support/queue.ts";

const DAY_SECONDS = 24 * 3600;

describe("a delivery", () => {
  test("is stored with its jobs, or not at all", async () => {
    const { queue } = await openTestQueue();
    // A hook id that PostgreSQL cannot store breaks the first statement, an impossible job the second.
    await expect(queue.record({ ...delivery("a"), hookId: "\0" }, [reconcile(1)])).rejects.toThrow("0x00");
    await expect(queue.record(delivery("b"), [reconcile(1), reconcile(-1)])).rejects.toThrow("number");
    expect(await queue.counts()).toMatchObject({ waiting: 0 });
    expect(await queue.record(delivery("b"), [reconcile(1)])).toBe("recorded");
    expect(await queue.counts()).toMatchObject({ waiting: 1 });
  });

  test("without jobs is remembered too", async () => {
    const { queue } = await openTestQueue();
    expect(await queue.record(delivery("a"), [])).toBe("recorded");
    expect(await queue.record(delivery("a"), [])).toBe("repeated");
  });

  test("sends nothing when it is repeated after its jobs are done", async () => {
    const { queue } = await openTestQueue();
    const worked: Job[] = [];
    await queue.work(allJobs(async (job) => void worked.push(job)));
    expect(await queue.record(delivery("a"), [reconcile(1)])).toBe("recorded");
    await queue.idle();
    expect(await queue.record(delivery("a"), [reconcile(1)])).toBe("repeated");
    await queue.idle();
    expect(worked).toEqual([reconcile(1)]);
  });

  test("is another one when it came to another hook", async () => {
    const { queue } = await openTestQueue();
    await queue.record(delivery("a"), []);
    expect(await queue.record({ ...delivery("a"), hookId: "2" }, [])).toBe("recorded");
  });

  test("sends the jobs that were given up on, and only those, when it is repeated", async () => {
    const { queue, later } = await openTestQueue();
    const worked: Job[] = [];
    let isGitHubDown = true;
    await queue.work(
      allJobs(async (job) => {
        worked.push(job);
        if (isGitHubDown && job.kind === "reconcile-pull-request" && job.number === 1) throw new Error("502");
      }),
    );
    await queue.record(delivery("a"), [reconcile(1), reconcile(2)]);
    await queue.idle();
    for (let index = 0; index < 10; index += 1) await later(3600);
    expect(await queue.counts()).toMatchObject({ dead: 1, backingOff: 0 });
    isGitHubDown = false;
    worked.length = 0;
    expect(await queue.record(delivery("a"), [reconcile(1), reconcile(2)])).toBe("repeated");
    await queue.idle();
    expect(worked).toEqual([reconcile(1)]);
    expect(await queue.counts()).toMatchObject({ dead: 0 });
  });

  test("is forgotten after a week: GitHub repeats for three days at most", async () => {
    const { queue, clock } = await openTestQueue();
    await queue.record(delivery("a"), []);
    await clock.setTime(clock.now() + 6 * DAY_SECONDS * 1000);
    await clock.tick(1);
    expect(await queue.record(delivery("a"), [])).toBe("repeated");
    await clock.setTime(clock.now() + 2 * DAY_SECONDS * 1000);
    await clock.tick(1);
    await expect.poll(() => queue.record(delivery("a"), [])).toBe("recorded");
  });
});

import { describe, expect, test } from "vitest";
import { jobPolicy } from "../../src/queue/job.ts";
import type { JobEnd, JobHandler } from "../../src/queue/queue.ts";
import { Limit, NOON, openTestQueue, reconcile } from "../support/queue.ts";

const HOUR = 3600;

/** Jobs that throw what they are told to for the next tries, which are counted. */
function failingJobs(...errors: readonly unknown[]) {
  const left = [...errors];
  const attempts: number[] = [];
  const handle: JobHandler = async (_, { attempt }) => {
    attempts.push(attempt);
    const error = left.shift();
    if (error !== undefined) throw error;
  };
  return { attempts, handle };
}

const outage = new Error("502");
const forEver = Array.from({ length: 100 }, () => outage);

const TRIES = 1 + jobPolicy("reconcile-pull-request").retry.limit;
const nothing = { waiting: 0, paused: 0, active: 0, backingOff: 0, delayed: 0, dead: 0 };

describe("a job that throws", () => {
  test("is tried again after a back-off, not at once", async () => {
    const { queue, later } = await openTestQueue();
    const { attempts, handle } = failingJobs(outage);
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await queue.idle();
    expect(attempts).toEqual([1]);
    expect(await queue.counts()).toMatchObject({ backingOff: 1, dead: 0 });
    await later(4);
    expect(attempts).toEqual([1, 2]);
    expect(await queue.counts()).toMatchObject(nothing);
  });

  test("ends in the dead letters after the last try", async () => {
    const { queue, later } = await openTestQueue();
    const { attempts, handle } = failingJobs(...forEver);
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    for (let index = 0; index < TRIES + 5; index += 1) await later(HOUR);
    expect(attempts).toEqual(Array.from({ length: TRIES }, (_, earlier) => earlier + 1));
    expect(await queue.counts()).toMatchObject({ ...nothing, dead: 1 });
  });

  test("tells its handler how many tries are left", async () => {
    const { queue, later } = await openTestQueue();
    const left: number[] = [];
    await queue.work(async (_, { triesLeft }) => {
      left.push(triesLeft);
      throw outage;
    });
    await queue.send([reconcile(1)]);
    for (let index = 0; index < TRIES + 5; index += 1) await later(HOUR);
    expect([left[0], left.at(-1)]).toEqual([TRIES - 1, 0]);
  });

  test("is told of when it is given up, and a limit gives nothing up", async () => {
    const givenUp: unknown[] = [];
    const { queue, later, database } = await openTestQueue({
      onGivenUp(job, error) {
        givenUp.push([job, error]);
        return [{ kind: "sweep" }];
      },
    });
    const limit = new Limit(new Date(NOON.getTime() + 1000));
    const { attempts, handle } = failingJobs(limit, outage, outage);
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await database.query("UPDATE pgboss.job SET retry_limit = 1");
    await queue.idle();
    await later(1);
    expect(givenUp).toEqual([]);
    await later(HOUR);
    expect(givenUp).toEqual([[reconcile(1), outage]]);
    // The last one is what was sent because of it.
    expect(attempts).toEqual([1, 1, 2, 1]);
    expect(await queue.counts()).toMatchObject({ ...nothing, dead: 1 });
  });

  test("does not hold up a fresh one, which clears it when it succeeds", async () => {
    const { queue, later } = await openTestQueue();
    const { attempts, handle } = failingJobs(outage);
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await queue.idle();
    await queue.send([reconcile(1)]);
    await queue.idle();
    expect(attempts).toEqual([1, 1]);
    await later(HOUR);
    expect(attempts).toEqual([1, 1]);
    expect(await queue.counts()).toMatchObject({ backingOff: 0, dead: 0 });
  });

  test("takes in a fresh one that fails too, and keeps the tries it has left", async () => {
    const { queue, later } = await openTestQueue();
    const { attempts, handle } = failingJobs(...Array.from({ length: 21 }, () => outage));
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await queue.idle();
    for (let index = 0; index < 20; index += 1) {
      await queue.send([reconcile(1)]);
      await queue.idle();
    }
    expect(await queue.counts()).toMatchObject({ backingOff: 1, dead: 0 });
    await later(HOUR);
    expect(attempts.at(-1)).toBe(2);
    expect(await queue.counts()).toMatchObject({ backingOff: 0, dead: 0 });
  });

  test("takes over the tries of a fresh one that fails too", async () => {
    const { queue, database, later } = await openTestQueue();
    const { attempts, handle } = failingJobs(...forEver);
    await queue.work(handle);
    await queue.send([reconcile(1)]);
    await queue.idle();
    await database.query("UPDATE pgboss.job SET retry_limit = 1");
    await queue.send([reconcile(1)]);
    for (let index = 0; index < TRIES + 5; index += 1) await later(HOUR);
    expect(attempts.at(-1)).toBe(TRIES);
  });

  test("leaves one dead letter however often it is given up on, and none once an equal one succeeds", async () => {
    const { queue, later } = await openTestQueue();
    const { handle } = failingJobs(...Array.from({ length: 2 * TRIES }, () => outage));
    await queue.work(handle);
    for (let round = 0; round < 2; round += 1) {
      await queue.send([reconcile(1)]);
      for (let index = 0; index < TRIES; index += 1) await later(HOUR);
      expect(await queue.counts()).toMatchObject({ backingOff: 0, dead: 1 });
    }
    await queue.send([reconcile(1)]);
    await queue.idle();
    expect(await queue.counts()).toMatchObject({ dead: 0 });
  });
});

test("a failure does not go through all others that back off, though nothing ever told the planner how many", async () => {
  const ended = Promise.withResolvers<string>();
  const onJobEnd = ({ outcome }: JobEnd) => ended.resolve(outcome);
  const { queue, database } = await openTestQueue({ onJobEnd });
  await queue.send(Array.from({ length: 2000 }, (_, number) => reconcile(number + 1)));
  await database.query("UPDATE pgboss.job SET state = 'retry', start_after = start_after + interval '1 hour'");
  const countReadRows = async () => {
    await database.query("SELECT pg_stat_force_next_flush()");
    const [row] = await database.query(
      "SELECT seq_tup_read + idx_tup_fetch AS read FROM pg_stat_user_tables WHERE relname = 'job_common'",
    );
    return Number(row?.["read"]);
  };
  await queue.send([reconcile(3000)]);
  const before = await countReadRows();
  await queue.work(failingJobs(outage).handle);
  expect(await ended.promise).toBe("again");
  // All else reads them once at most; the failure would do so a second time.
  expect((await countReadRows()) - before).toBeLessThan(3000);
});

describe("a job that cannot be read", () => {
  test.each(["jobs", "delayed"])(
    "and waits in the queue of %s is tried again, as another version may know it, and stops nothing",
    async (name) => {
      const ends: JobEnd[] = [];
      const { queue, database, later } = await openTestQueue({ onJobEnd: (ended) => void ends.push(ended) });
      await queue.send([reconcile(1)]);
      await queue.sendLater(reconcile(2), NOON);
      await database.query('UPDATE pgboss.job SET data = \'{"kind":"make-coffee"}\' WHERE name = $1', [name]);
      const { attempts, handle } = failingJobs();
      await queue.work(handle);
      await queue.idle();
      expect(attempts).toEqual([1]);
      expect(await queue.counts()).toMatchObject({ ...nothing, backingOff: 1 });
      expect(ends).toContainEqual({ kind: "unreadable", outcome: "again", ms: expect.any(Number) });
      for (let tries = 1; tries <= 18; tries += 1) await later(180);
      expect(await queue.counts()).toMatchObject({ ...nothing, dead: 1 });
    },
  );
});

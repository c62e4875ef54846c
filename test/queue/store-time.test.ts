import { systemClock } from "pg-boss";
import type { Clock } from "pg-boss";
import { expect, test } from "vitest";
import type { Job } from "../../src/queue/job.ts";
import { Limit, openTestQueue, reconcile } from "../support/queue.ts";
import { onEveryStore } from "../support/stores.ts";

const MINUTE_MS = 60_000;

/** The clock of a process that is wrong by so much; the store's is the machine's. */
function clockWrongBy(ms: number): Clock {
  return { ...systemClock, now: () => systemClock.now() + ms };
}

onEveryStore("a process whose clock is not the store's", (open) => {
  test.each([-60, 60])("sends jobs for the time it means, %i minutes away", async (minutes) => {
    const clock = clockWrongBy(minutes * MINUTE_MS);
    const { queue } = await openTestQueue({ clock, database: await open() });
    const ran: Job[] = [];
    await queue.work(async (job) => void ran.push(job));
    await queue.sendLater(reconcile(1), new Date(clock.now()));
    await queue.sendLater(reconcile(2), new Date(clock.now() + MINUTE_MS));
    await queue.idle();
    expect(ran).toEqual([reconcile(1)]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, delayed: 1 });
  });

  test.each([-60, 60])("pauses for as long as it means, %i minutes away", async (minutes) => {
    const clock = clockWrongBy(minutes * MINUTE_MS);
    const { queue, database } = await openTestQueue({ clock, database: await open() });
    let tries = 0;
    await queue.work(async () => {
      tries += 1;
      throw new Limit(new Date(clock.now() + 10 * MINUTE_MS));
    });
    await queue.send([reconcile(1)]);
    await queue.idle();
    expect(tries).toBe(1);
    const [left] = await database.query(
      "SELECT EXTRACT(epoch FROM until - pgboss.job_now())::float8 / 60 AS minutes FROM outcome.pauses",
    );
    expect(Math.ceil(Number(left?.["minutes"]))).toBe(10);
  });
});

import { expect, test } from "vitest";
import { openQueue } from "../../src/queue/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { allJobs, delivery, reconcile } from "../support/queue.ts";
import { onEveryStore } from "../support/stores.ts";

onEveryStore("a delivery", (open) => {
  test("becomes a job that is done once", async () => {
    const database = await open();
    const queue = await openQueue({ database, logger: silentLogger });
    const done: unknown[] = [];
    await queue.work(allJobs(async (job) => void done.push(job)));
    await queue.record(delivery("a"), [reconcile(1)]);
    await queue.record(delivery("a"), [reconcile(1)]);
    await queue.idle();
    await queue.stop();
    await database.close();
    expect(done).toEqual([reconcile(1)]);
  });
});

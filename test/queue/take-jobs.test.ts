import { expect, test } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import type { Job } from "../../src/queue/job.ts";
import { takeJobs } from "../../src/queue/take-jobs.ts";
import type { Taking } from "../../src/queue/take-jobs.ts";
import { NOON, openTestQueue, reconcileOf } from "../support/queue.ts";
import { onEveryStore } from "../support/stores.ts";

const one: Taking = { room: 1, after: "", first: "fresh" };
const fanOut = (installation: number): Job => ({ kind: "recheck-installation", installation });

const many = (installation: number, count: number) =>
  Array.from({ length: count }, (_, index) => reconcileOf(installation, index + 1));

async function take(database: Database, taking: Partial<Taking> = {}) {
  return (await takeJobs(database, { ...one, ...taking })).map(({ line, data }) => ({ line: Number(line), data }));
}

/** Whose turn it was, when one job after the other is taken by one worker. */
async function turns(database: Database, count: number, first: Taking["first"] = "fresh"): Promise<readonly number[]> {
  const lines: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const [taken] = await take(database, { after: String(lines.at(-1) ?? ""), first });
    if (taken !== undefined) lines.push(taken.line);
  }
  return lines;
}

onEveryStore("taking jobs", (openStore) => {
  const open = async () => openTestQueue({ database: await openStore() });

  test("lines take turns, however many jobs wait in one", async () => {
    const { queue, database } = await open();
    await queue.send(many(7, 50));
    await queue.send(many(8, 2));
    await queue.send(many(9, 2));
    expect(await turns(database, 6)).toEqual([7, 8, 9, 7, 8, 9]);
  });

  test("lines with fewer running jobs come first, wherever the last turn was", async () => {
    const { queue, database } = await open();
    await queue.send([...many(7, 5), ...many(8, 5)]);
    await take(database, { room: 2, after: "8" });
    await queue.send(many(9, 5));
    expect(await take(database, { after: "9" })).toMatchObject([{ line: 9 }]);
    expect(await take(database, { room: 3, after: "8" })).toMatchObject([{ line: 9 }, { line: 7 }, { line: 8 }]);
  });

  test("all places go to the one line that waits", async () => {
    const { queue, database } = await open();
    await queue.send(many(7, 20));
    expect(await take(database, { room: 8 })).toHaveLength(8);
  });

  test("fresh jobs of every line go before background ones", async () => {
    const { queue, database } = await open();
    await queue.send(many(7, 2));
    await queue.send(many(8, 3), "fresh");
    expect(await turns(database, 5)).toEqual([8, 8, 8, 7, 7]);
  });

  test("where background jobs have their turn, they go before fresh ones", async () => {
    const { queue, database } = await open();
    await queue.send(many(7, 2));
    await queue.send(many(8, 2), "fresh");
    expect(await turns(database, 3, "background")).toEqual([7, 7, 8]);
  });

  test("in a line a look at a pull request goes before a fan-out, and then the oldest first", async () => {
    const { queue, database, clock } = await open();
    await queue.send([fanOut(7)]);
    await clock.setTime(NOON.getTime() + 1000);
    await queue.send([reconcileOf(7, 2)]);
    await clock.setTime(NOON.getTime() + 2000);
    await queue.send([reconcileOf(7, 1)]);
    const taken = [...(await take(database)), ...(await take(database)), ...(await take(database))];
    expect(taken.map(({ data }) => data)).toEqual([reconcileOf(7, 2), reconcileOf(7, 1), fanOut(7)]);
  });

  test("a waiting job becomes as urgent as an equal one that is sent, and no less", async () => {
    const { queue, database } = await open();
    await queue.send([reconcileOf(7, 1), reconcileOf(7, 2)]);
    await queue.send([reconcileOf(8, 1)], "fresh");
    await queue.send([reconcileOf(7, 2)], "fresh");
    await queue.send([reconcileOf(8, 1), reconcileOf(7, 2)]);
    expect(await turns(database, 3)).toEqual([7, 8, 7]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, active: 3 });
  });

  test("a delayed job keeps the urgency that it was sent with", async () => {
    const { queue, database, clock } = await open();
    await queue.sendLater(reconcileOf(8, 1), new Date(NOON.getTime() + 1000), "fresh");
    await queue.sendLater(reconcileOf(6, 1), new Date(NOON.getTime() + 1000));
    await queue.send(many(7, 2));
    await clock.setTime(NOON.getTime() + 2000);
    await queue.work(() => new Promise(() => {}));
    await expect.poll(async () => (await queue.counts()).delayed).toBe(0);
    const rows = await database.query("SELECT group_id, priority >= 1000 AS fresh FROM pgboss.job ORDER BY group_id");
    expect(rows).toEqual([
      { group_id: "6", fresh: false },
      { group_id: "7", fresh: false },
      { group_id: "7", fresh: false },
      { group_id: "8", fresh: true },
    ]);
  });

  test("a paused line is passed over", async () => {
    const { queue, database } = await open();
    await queue.send([...many(7, 3), ...many(8, 2)]);
    await queue.pause(7, new Date(NOON.getTime() + 1000), "limit");
    expect(await turns(database, 5)).toEqual([8, 8]);
  });

  test("a job is not taken while an equal one runs, nor twice at once", async () => {
    const { queue, database } = await open();
    await queue.send(many(7, 1));
    expect(await take(database, { room: 8 })).toHaveLength(1);
    await queue.send(many(7, 1));
    expect(await take(database, { room: 8 })).toEqual([]);
    await database.query("UPDATE pgboss.job SET state = 'retry' WHERE state = 'active'");
    expect(await take(database, { room: 8 })).toHaveLength(1);
  });

  test("a row without a line, which another version may have left, is taken too", async () => {
    const { queue, database } = await open();
    await queue.send(many(7, 1));
    await database.query('UPDATE pgboss.job SET group_id = NULL, data = \'{"kind":"make-coffee"}\'');
    expect(await take(database)).toEqual([{ line: 0, data: { kind: "make-coffee" } }]);
  });

  test("every waiting line is found, from wherever the looking begins", async () => {
    const { queue, database } = await open();
    await queue.send(Array.from({ length: 40 }, (_, index) => reconcileOf(index + 1, 1)));
    const found: number[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      found.push(...(await take(database, { room: 2, after: String(turn * 2) })).map(({ line }) => line));
    }
    expect(new Set(found).size).toBe(40);
  });
});

test("a noisy line does not keep another waiting for more than the jobs that run", async () => {
  const { queue } = await openTestQueue({ concurrency: 2 });
  const order: number[] = [];
  await queue.send(many(7, 200), "fresh");
  await queue.work(async (job) => {
    if (order.length === 10) await queue.send(many(8, 3), "fresh");
    order.push("installation" in job ? job.installation : 0);
  });
  await queue.idle();
  expect(order.slice(10, 20).filter((installation) => installation === 8)).toHaveLength(3);
});

test("background jobs move on however many fresh ones come", async () => {
  const { queue } = await openTestQueue({ concurrency: 1 });
  const order: number[] = [];
  await queue.send(many(7, 100), "fresh");
  await queue.send(many(8, 3));
  await queue.work(async (job) => void order.push("installation" in job ? job.installation : 0));
  await queue.idle();
  expect(order.lastIndexOf(8)).toBeLessThan(30);
});

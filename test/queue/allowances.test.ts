import { expect, onTestFinished, test } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import { allowances, forgetOldAllowances } from "../../src/queue/allowances.ts";
import { NOON } from "../support/queue.ts";
import { onEveryStore } from "../support/stores.ts";

const minute = { amount: 60, withinMs: 60_000 };
const hour = { amount: 100, withinMs: 3_600_000 };

function after(seconds: number): Date {
  return new Date(NOON.getTime() + seconds * 1000);
}

function wanted(seconds: number, amount: number, over: object = {}) {
  const asked = { installation: 7, kind: "rest", limits: [minute], least: amount, most: amount, enough: amount };
  return { ...asked, promised: 0, now: after(seconds), ...over };
}

onEveryStore("what GitHub allows an installation", (open) => {
  async function start() {
    const database: Database = await open();
    onTestFinished(() => database.close());
    return { database, ...allowances(database, "process") };
  }

  test("is taken until nothing is left, and is there again when the minute has passed", async () => {
    const { take } = await start();
    expect(await take(wanted(0, 50))).toEqual({ kind: "taken", amount: 50 });
    expect(await take(wanted(30, 10))).toEqual({ kind: "taken", amount: 10 });
    expect(await take(wanted(59, 1))).toEqual({ kind: "full", until: after(60) });
    expect(await take(wanted(60, 50))).toEqual({ kind: "taken", amount: 50 });
    expect(await take(wanted(60, 1))).toEqual({ kind: "full", until: after(90) });
  });

  test("is taken as far as there is room, and not below the least", async () => {
    const { take } = await start();
    expect(await take(wanted(0, 50))).toEqual({ kind: "taken", amount: 50 });
    expect(await take(wanted(1, 5, { most: 30 }))).toEqual({ kind: "taken", amount: 10 });
    expect(await take(wanted(2, 5, { most: 30, enough: 30 }))).toEqual({ kind: "full", until: after(60) });
  });

  test("is counted for each installation and each kind by itself", async () => {
    const { take } = await start();
    await take(wanted(0, 60));
    expect(await take(wanted(0, 60, { installation: 8 }))).toMatchObject({ kind: "taken" });
    expect(await take(wanted(0, 60, { kind: "graphql" }))).toMatchObject({ kind: "taken" });
    expect(await take(wanted(0, 1))).toMatchObject({ kind: "full" });
  });

  test("has to leave room in every one of its limits", async () => {
    const { take } = await start();
    const limits = [minute, hour];
    await take(wanted(0, 60, { limits }));
    await take(wanted(60, 40, { limits }));
    expect(await take(wanted(120, 1, { limits }))).toEqual({ kind: "full", until: after(3600) });
    expect(await take(wanted(3600, 60, { limits }))).toEqual({ kind: "taken", amount: 60 });
  });

  test("is promised one after the other to those who find no room", async () => {
    const { take } = await start();
    const limits = [{ amount: 3, withinMs: 60_000 }];
    for (const second of [0, 10, 20]) await take(wanted(second, 1, { limits }));
    const promises: unknown[] = [];
    for (const promised of [0, 1, 2, 3]) promises.push(await take(wanted(30, 1, { limits, promised })));
    expect(promises).toEqual([60, 70, 80, 120].map((second) => ({ kind: "full", until: after(second) })));
  });

  test("is never passed by many who take at once", async () => {
    const { take } = await start();
    const taken = await Promise.all(Array.from({ length: 40 }, () => take(wanted(0, 5))));
    expect(taken.filter(({ kind }) => kind === "taken")).toHaveLength(12);
  });

  test("is counted as one by processes whose clocks are wrong by an hour", async () => {
    const { database } = await start();
    const { take } = allowances(database, "store");
    const at = (hours: number, amount: number) =>
      take(wanted(0, amount, { limits: [hour], now: after(hours * 3600), enough: amount }));
    expect(await at(-1, 60)).toEqual({ kind: "taken", amount: 60 });
    expect(await at(1, 40)).toEqual({ kind: "taken", amount: 40 });
    for (const hours of [-1, 1]) {
      const full = await at(hours, 1);
      const minutes = full.kind === "full" ? (full.until.getTime() - after(hours * 3600).getTime()) / 60_000 : 0;
      expect(Math.round(minutes)).toBe(60);
    }
  });

  test("is not held up by a clock that was set back", async () => {
    const { take } = await start();
    await take(wanted(3600, 60));
    expect(await take(wanted(0, 60))).toEqual({ kind: "taken", amount: 60 });
  });

  test("is forgotten when it no longer counts", async () => {
    const { take, database } = await start();
    await take(wanted(0, 60));
    await forgetOldAllowances(database, after(3600));
    expect(await database.query("SELECT * FROM outcome.allowances")).toHaveLength(1);
    await forgetOldAllowances(database, after(2 * 3600 + 61));
    expect(await database.query("SELECT * FROM outcome.allowances")).toEqual([]);
  });

  test("is closed by one process for all others, until the later of two times", async () => {
    const { close, closedUntil, database } = await start();
    await close(7, after(60));
    await close(7, after(30));
    // The only process of an embedded store knows by itself.
    const told = database.sharing === "one-process" ? null : after(60);
    expect(await closedUntil(7)).toEqual(told);
    expect(await closedUntil(8)).toBeNull();
  });
});

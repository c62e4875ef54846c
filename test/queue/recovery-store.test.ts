import { expect, test } from "vitest";
import type { Queue } from "../../src/queue/queue.ts";
import { recoveryStore } from "../../src/queue/recovery-store.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import { delivery, NOON, openTestQueue, reconcile, reconcileOf } from "../support/queue.ts";
import type { TestQueue } from "../support/queue.ts";
import { onEveryStore } from "../support/stores.ts";

const shop = { installation: 7, repositoryId: 70, owner: "acme", name: "shop" };
const till = { installation: 8, repositoryId: 71, owner: "globex", name: "till" };
const thread = { ...shop, number: 3 };
const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const missed = { guid: "a", id: 11, event: "pull_request", action: "edited", installation: 7, repositoryId: 70 };

onEveryStore("what recovery keeps", (open) => {
  async function openStore() {
    const { database, queue, later } = await openTestQueue({ database: await open() });
    return { database, queue, later, ...recoveryStore(database, "app-1") };
  }

  test("when a pull request was looked at last is known until it is forgotten", async () => {
    const { looks } = await openStore();
    await looks.note(thread, { at: at(0), silentSince: at(0), isOpen: true });
    expect(await looks.silentSince(thread)).toEqual(at(0));
    await looks.note(thread, { at: at(5), silentSince: null, isOpen: true });
    expect(await looks.silentSince(thread)).toBeNull();
    await looks.note({ ...thread, number: 4 }, { at: at(1), silentSince: null, isOpen: true });
    expect(await looks.of(shop, [3, 5])).toEqual(new Map([[3, at(5)]]));
    await looks.forget(thread);
    expect(await looks.of(shop, [3])).toEqual(new Map());
  });

  test("what repositories ask, and where anything is asked", async () => {
    const { policies } = await openStore();
    expect(await policies.of(shop)).toBeNull();
    await policies.note(shop, "advises");
    await policies.note({ ...shop, name: "store" }, "requires");
    await policies.note(till, "nothing");
    expect([await policies.of(shop), await policies.of(till)]).toEqual(["requires", "nothing"]);
    expect(await policies.configured()).toEqual([{ ...shop, name: "store" }]);
    expect(await policies.installations()).toEqual(new Set([7, 8]));
    await policies.forget(shop);
    expect(await policies.configured()).toEqual([]);
  });

  test("when a repository was swept, and for which version of its configuration", async () => {
    const { policies } = await openStore();
    expect(await policies.swept(shop)).toEqual({ at: null, version: null });
    await policies.note(shop, "advises");
    await policies.noteSwept(shop, at(1));
    await policies.noteVersion(shop, "v1");
    await policies.note(shop, "requires");
    expect(await policies.swept(shop)).toEqual({ at: at(1), version: "v1" });
  });

  test("how far work got", async () => {
    const { marks } = await openStore();
    await marks.write("swept-at", "1");
    await marks.write("swept-at", "2");
    await marks.write("parked-7", "yes");
    expect([await marks.read("swept-at"), await marks.read("parked-7")]).toEqual(["2", "yes"]);
    await marks.write("parked-7", null);
    expect(await marks.read("parked-7")).toBeNull();
  });

  test("a missed delivery is due until it comes, and keeps its count when it is found again", async () => {
    const { missed: deliveries, queue } = await openStore();
    await deliveries.add([missed], at(0));
    await deliveries.noteAsked("a", at(4));
    await deliveries.add([{ ...missed, id: 12 }], at(1));
    expect(await deliveries.due(at(3), 10)).toEqual([]);
    expect(await deliveries.due(at(4), 10)).toEqual([{ ...missed, id: 12, asked: 1 }]);
    await queue.record({ ...delivery("a"), hookId: "app-1" }, []);
    expect(await deliveries.recorded(["a", "b"])).toEqual(new Set(["a"]));
    expect(await deliveries.due(at(4), 10)).toEqual([]);
  });

  test("one that came is forgotten, though it asked for nothing", async () => {
    const { missed: deliveries } = await openStore();
    await deliveries.add([missed, { ...missed, guid: "b" }], at(0));
    await deliveries.came(["a"]);
    expect((await deliveries.due(at(9), 9)).map(({ guid }) => guid)).toEqual(["b"]);
  });

  test("one that was asked for often enough is never due, and the oldest come first", async () => {
    const { missed: deliveries } = await openStore();
    await deliveries.add([{ ...missed, guid: "c", id: 13 }, missed, { ...missed, guid: "b", id: 12 }], at(0));
    await deliveries.noteAsked("b", null);
    expect((await deliveries.due(at(9), 1)).map(({ guid }) => guid)).toEqual(["a"]);
    expect((await deliveries.due(at(9), 9)).map(({ guid }) => guid)).toEqual(["a", "c"]);
  });

  test("a repository that missed many is told, and they can be let go", async () => {
    const { missed: deliveries } = await openStore();
    const many = ["a", "b", "c"].map((guid) => ({ ...missed, guid }));
    const issue = { ...missed, guid: "i", event: "issues" };
    const elsewhere = { ...missed, guid: "d", installation: 8, repositoryId: 71 };
    await deliveries.add([...many, issue, elsewhere, { ...missed, guid: "n", repositoryId: null }], at(0));
    expect(await deliveries.crowded(at(0), ["pull_request"], 2)).toEqual([{ installation: 7, repositoryId: 70 }]);
    await deliveries.letGo({ installation: 7, repositoryId: 70 }, ["pull_request"]);
    const left = await deliveries.due(at(0), 10);
    expect(new Set(left.map(({ guid }) => guid))).toEqual(new Set(["i", "d", "n"]));
  });

  test("a job is given up while its letter is there and no equal one will do its work", async () => {
    const { queue, later, isGivenUp } = await openStore();
    await failForGood(queue, later);
    expect(await isGivenUp(reconcile(1))).toBe(true);
    expect(await isGivenUp(reconcile(2))).toBe(false);
    await queue.sendLater(reconcile(1), at(600));
    expect(await isGivenUp(reconcile(1))).toBe(true);
    await queue.send([reconcile(1)]);
    await queue.idle();
    expect(await isGivenUp(reconcile(1))).toBe(false);
  });

  test("what waits for an installation can be dropped, and nothing of others", async () => {
    const { queue, dropJobsOf } = await openStore();
    const forget = { kind: "forget-installation", installation: 7 } as const;
    await queue.send([reconcile(1), forget, reconcileOf(8, 2)]);
    await queue.sendLater(reconcile(3), at(60));
    await dropJobsOf(7);
    const { waiting, delayed } = await queue.counts();
    expect({ waiting, delayed }).toEqual({ waiting: 2, delayed: 0 });
  });

  test("a repository and an installation can be forgotten", async () => {
    const { database, looks, policies } = await openStore();
    const index = threadIndex(database);
    for (const each of [shop, till]) {
      await looks.note({ ...each, number: 3 }, { at: at(0), silentSince: null, isOpen: true });
      await policies.note(each, "advises");
    }
    await index.forgetRepository(shop);
    expect((await looks.of(shop, [3])).size).toBe(0);
    await index.forgetInstallation(till.installation);
    expect((await looks.of(till, [3])).size).toBe(0);
    expect(await policies.configured()).toEqual([]);
  });
});

/** All tries of its look fail. */
async function failForGood(queue: Queue, later: TestQueue["later"]): Promise<void> {
  await queue.send([reconcile(1)]);
  await queue.work(async () => {
    throw new Error("No");
  });
  for (let tries = 0; tries < 25; tries += 1) await later(200);
}

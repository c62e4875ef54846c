import { expect, onTestFinished, test } from "vitest";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import type { HomeRef } from "../../src/queue/known-follow-ups.ts";
import { onEveryStore } from "../support/stores.ts";

const MONDAY = new Date("2026-03-02T12:00:00Z");
const TUESDAY = new Date("2026-03-03T12:00:00Z");
const shop = { installation: 7, repositoryId: 70 };
const home: HomeRef = {
  installation: 7,
  repository: { id: 70, owner: "ada", name: "shop" },
  number: 5,
  on: "problem",
};

onEveryStore("merged work", (openStore) => {
  async function open() {
    const database = await openStore();
    onTestFinished(() => database.close());
    return { index: followUpIndex(database) };
  }

  test("stands, or was taken back, in whatever order that is heard of", async () => {
    const { index } = await open();
    await index.noteServed(home, 8);
    const standing = async () => (await index.servedBy(home))[0]?.standing;
    expect(await standing()).toBe("unknown");
    const wednesday = new Date("2026-03-04T12:00:00Z");
    await index.noteReverts(shop, { number: 13, at: TUESDAY, targets: [12] });
    await index.noteReverts(shop, { number: 12, at: MONDAY, targets: [8, 9] });
    expect(await standing()).toEqual({ revertedBy: null, since: TUESDAY });
    expect(await index.takenBackBy(shop, 13)).toEqual([8, 9, 12]);
    await index.noteReverts(shop, { number: 14, at: wednesday, targets: [13] });
    await index.noteReverts(shop, { number: 14, at: wednesday, targets: [13] });
    expect(await standing()).toEqual({ revertedBy: 12, since: wednesday });
    expect(await index.takenBackBy(shop, 14)).toEqual([8, 9, 12, 13]);
  });

  test("was taken back by the latest that stands, in its own repository alone, and claims in a circle end", async () => {
    const { index } = await open();
    await index.noteServed(home, 8);
    const standing = async () => (await index.servedBy(home))[0]?.standing;
    await index.noteReverts(shop, { number: 12, at: MONDAY, targets: [8] });
    await index.noteReverts(shop, { number: 13, at: TUESDAY, targets: [8, 12] });
    await index.noteReverts(shop, { number: 12, at: MONDAY, targets: [13] });
    for (const elsewhere of [
      { ...shop, repositoryId: 71 },
      { ...shop, installation: 8 },
    ]) {
      await index.noteReverts(elsewhere, { number: 14, at: new Date("2026-03-04T12:00:00Z"), targets: [8, 13] });
      await index.noteReverts(elsewhere, { number: 12, at: MONDAY, targets: [99] });
    }
    expect(await standing()).toEqual({ revertedBy: 13, since: TUESDAY });
    expect(await index.takenBackBy(shop, 13)).toEqual([8, 12, 13]);
    await index.noteReverts(shop, { number: 15, at: TUESDAY, targets: [8] });
    await index.noteReverts(shop, { number: 16, at: new Date("2026-03-05T12:00:00Z"), targets: [13] });
    expect(await standing()).toEqual({ revertedBy: 15, since: TUESDAY });
  });

  test("stands since the last of those that took it back was taken back", async () => {
    const { index } = await open();
    await index.noteServed(home, 8);
    const [wednesday, thursday] = [new Date("2026-03-04T12:00:00Z"), new Date("2026-03-05T12:00:00Z")];
    await index.noteReverts(shop, { number: 12, at: MONDAY, targets: [8] });
    await index.noteReverts(shop, { number: 13, at: TUESDAY, targets: [8] });
    await index.noteReverts(shop, { number: 14, at: thursday, targets: [12] });
    await index.noteReverts(shop, { number: 15, at: wednesday, targets: [13] });
    expect((await index.servedBy(home))[0]?.standing).toEqual({ revertedBy: null, since: thursday });
  });

  // By each chain of reverts on its own, this would take minutes.
  test("is known to be taken back also where each of 27 merges takes back all of those before it", async () => {
    const { index } = await open();
    await index.noteServed(home, 100);
    const targets = [100];
    for (let number = 101; number <= 127; number += 1) {
      await index.noteReverts(shop, { number, at: new Date(MONDAY.getTime() + number), targets });
      targets.push(number);
    }
    const since = new Date(MONDAY.getTime() + 127);
    expect((await index.servedBy(home))[0]?.standing).toEqual({ revertedBy: 127, since });
  });
});

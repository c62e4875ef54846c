import { expect, onTestFinished, test } from "vitest";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import type { HomeRef } from "../../src/queue/known-follow-ups.ts";
import { policyIndex } from "../../src/queue/known-policies.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import { onEveryStore } from "../support/stores.ts";

const MONDAY = new Date("2026-03-02T12:00:00Z");
const TUESDAY = new Date("2026-03-03T12:00:00Z");
const shop = { installation: 7, repositoryId: 70 };

const homeAt = (number: number, given: Partial<HomeRef> = {}): HomeRef => ({
  installation: 7,
  repository: { id: 70, owner: "ada", name: "shop" },
  number,
  on: "problem",
  ...given,
});

const look = { nextAt: MONDAY, waits: false, summary: { title: String.raw`${"\u0000"} is written \u0000` } };

onEveryStore("followed up work", (openStore) => {
  async function open() {
    const database = await openStore();
    onTestFinished(() => database.close());
    return { index: followUpIndex(database), threads: threadIndex(database), policies: policyIndex(database) };
  }

  test("is found by its home and by each pull request that served it", async () => {
    const { index } = await open();
    await index.noteServed(homeAt(5), 9);
    await index.noteServed(homeAt(5), 8);
    expect((await index.servedBy(homeAt(5))).map(({ number }) => number)).toEqual([8, 9]);
    expect(await index.homeOf(shop, 9)).toEqual(homeAt(5));
    expect(await index.homeOf(shop, 5)).toEqual(homeAt(5));
    expect(await index.homeOf(shop, 6)).toBeNull();
    expect(await index.homeOf({ ...shop, repositoryId: 71 }, 9)).toBeNull();
    expect(await index.homeOf({ ...shop, installation: 8 }, 9)).toBeNull();
  });

  test("moves with its problem, and is called as its repository is called now", async () => {
    const { index } = await open();
    await index.noteServed(homeAt(9, { on: "pull_request" }), 9);
    await index.noteServed(homeAt(5), 9);
    const renamed = homeAt(5, { repository: { id: 70, owner: "ada", name: "store" } });
    await index.note(renamed, look);
    expect(await index.homeOf(shop, 9)).toEqual(renamed);
    expect(await index.servedBy(homeAt(9))).toEqual([]);
  });

  test("is listed whole, and by what its records do not tell everybody", async () => {
    const { index } = await open();
    const [inside, outside] = [false, true].map((isPublic) => ({ reading: { kind: "unreadable", public: isPublic } }));
    for (const number of [7, 8, 9]) await index.noteServed(homeAt(number - 5), number);
    await index.noteServed(homeAt(2, { repository: { id: 71, owner: "ada", name: "other" } }), 9);
    await index.noteRecords(shop, [
      { number: 7, record: inside },
      { number: 8, record: { ...outside, believed: '"public":false' } },
      { number: 9, record: inside },
    ]);
    await index.note(homeAt(3), { ...look, nextAt: null });
    expect(await index.all(shop)).toEqual([homeAt(4), homeAt(3), homeAt(2)]);
    expect(await index.measuredInside(shop)).toEqual([7, 9]);
  });

  test("keeps the first record that was noted of it, also in another home, until it is forgotten", async () => {
    const { index } = await open();
    await index.noteServed(homeAt(5), 9);
    await index.noteRecords(shop, [
      { number: 9, record: look.summary },
      { number: 8, record: {} },
    ]);
    await index.noteRecords(shop, [{ number: 9, record: { believed: "later" } }]);
    await index.noteServed(homeAt(9, { on: "pull_request" }), 9);
    expect(await index.servedBy(homeAt(9))).toMatchObject([{ number: 9, record: look.summary }]);
    await index.forgetHome(homeAt(9));
    await index.noteServed(homeAt(5), 9);
    expect(await index.servedBy(homeAt(5))).toMatchObject([{ number: 9, record: null }]);
  });

  test("of a problem elsewhere is found again by that problem, however its name is written", async () => {
    const { index } = await open();
    const first = homeAt(9, { on: "pull_request" });
    await index.noteServed(first, 9, "acme/Ideas#4");
    await index.noteServed(homeAt(10, { on: "pull_request" }), 10, "acme/ideas#5");
    expect(await index.homeAbout(shop, "Acme/ideas#4")).toEqual(first);
    expect(await index.homeAbout(shop, "acme/ideas#6")).toBeNull();
    expect(await index.homeAbout({ ...shop, repositoryId: 71 }, "acme/ideas#4")).toBeNull();
    const other = homeAt(9, { on: "pull_request", repository: { id: 71, owner: "ada", name: "app" } });
    await index.noteServed(other, 9, "acme/ideas#5");
    expect(await index.homeAbout({ ...shop, repositoryId: 71 }, "acme/ideas#4")).toBeNull();
  });

  test("keeps what was found last while GitHub does not tell, and since when", async () => {
    const { index } = await open();
    expect(await index.lastLook(homeAt(1))).toBeNull();
    await index.note(homeAt(1), look);
    await index.noteSilence(homeAt(1), { nextAt: TUESDAY, silentSince: MONDAY });
    expect(await index.lastLook(homeAt(1))).toEqual({ summary: look.summary, silentSince: MONDAY, begun: null });
    expect(await index.due(MONDAY, 10)).toEqual([]);
    expect(await index.due(TUESDAY, 10)).toEqual([homeAt(1)]);
    await index.noteSilence(homeAt(1), { nextAt: TUESDAY, silentSince: null });
    expect(await index.lastLook(homeAt(1))).toMatchObject({ silentSince: null });
    await index.note(homeAt(1), { ...look, silentSince: MONDAY });
    expect(await index.lastLook(homeAt(1))).toEqual({ summary: look.summary, silentSince: MONDAY, begun: null });
    await index.note(homeAt(1), look);
    expect(await index.lastLook(homeAt(1))).toEqual({ summary: look.summary, silentSince: null, begun: null });
  });

  test("keeps that a comment was about to be made, whatever else is found, until that is taken back", async () => {
    const { index } = await open();
    await index.noteServed(homeAt(1), 9);
    const begun = { kind: "quote", at: MONDAY } as const;
    await index.noteBegun(homeAt(1), begun);
    await index.note(homeAt(1), look);
    await index.noteSilence(homeAt(1), { nextAt: TUESDAY, silentSince: MONDAY });
    expect((await index.lastLook(homeAt(1)))?.begun).toEqual(begun);
    await index.noteBegun(homeAt(1), null);
    expect((await index.lastLook(homeAt(1)))?.begun).toBeNull();
  });

  test("is open while something is still to come, or while it waits for a release", async () => {
    const { index } = await open();
    await index.note(homeAt(1), look);
    await index.note(homeAt(2), { ...look, nextAt: null });
    await index.note(homeAt(3), { ...look, nextAt: null, waits: true });
    expect(await index.open(shop)).toEqual([homeAt(3), homeAt(1)]);
  });

  test("is looked at at once where it is new, and else when its time has come, installations in turns", async () => {
    const { index } = await open();
    await index.noteServed(homeAt(1), 11);
    expect(await index.due(MONDAY, 10)).toEqual([homeAt(1)]);
    for (const number of [1, 2, 3]) await index.note(homeAt(number), look);
    const other = homeAt(1, { installation: 8 });
    await index.note(other, { ...look, nextAt: TUESDAY });
    await index.note(homeAt(4), { ...look, nextAt: null });
    expect(await index.due(new Date(MONDAY.getTime() - 1), 10)).toEqual([]);
    expect(await index.due(TUESDAY, 2)).toEqual([homeAt(1), other]);
    expect((await index.due(TUESDAY, 10)).length).toBe(4);
  });

  test("that was sent for is due again later, unless a look has said when", async () => {
    const { index } = await open();
    for (const number of [1, 2, 3]) await index.note(homeAt(number), look);
    await index.note(homeAt(2), { ...look, nextAt: null });
    await index.noteWoken([homeAt(1), homeAt(2)], { now: MONDAY, until: TUESDAY });
    expect(await index.due(MONDAY, 10)).toEqual([homeAt(3)]);
    expect(await index.due(TUESDAY, 10)).toEqual([homeAt(3), homeAt(1)]);
  });

  test("tells whether what it is about changed", async () => {
    const { index } = await open();
    expect(await index.note(homeAt(1), look)).toEqual({ changed: true });
    expect(await index.note(homeAt(1), { ...look, nextAt: TUESDAY })).toEqual({ changed: false });
    expect(await index.note(homeAt(1), { ...look, summary: { title: "Fast" } })).toEqual({ changed: true });
    expect(await index.summaries(shop)).toEqual([{ title: "Fast" }]);
  });

  test("waits for a release where its window starts at one", async () => {
    const { index } = await open();
    await index.note(homeAt(1), { ...look, nextAt: null, waits: true });
    await index.note(homeAt(2), look);
    expect(await index.waiting(shop)).toEqual([homeAt(1)]);
  });

  test("goes to another home with all that was merged for it and what is known of it, and is looked at there at once", async () => {
    const { index } = await open();
    const to = homeAt(8, { on: "pull_request" });
    for (const number of [8, 9]) await index.noteServed(homeAt(5), number, "acme/ideas#4");
    await index.note(homeAt(5), { ...look, nextAt: TUESDAY, waits: true });
    await index.moveHome(homeAt(5), to, { title: "there" });
    expect((await index.servedBy(to)).map(({ number }) => number)).toEqual([8, 9]);
    expect([await index.all(shop), await index.due(MONDAY, 9), await index.waiting(shop)]).toEqual([[to], [to], []]);
    expect(await index.lastLook(to)).toEqual({ summary: { title: "there" }, silentSince: null, begun: null });
    expect(await index.homeAbout(shop, "acme/ideas#4")).toEqual(to);
    await index.moveHome(to, homeAt(5), null);
    expect([await index.all(shop), await index.lastLook(homeAt(5))]).toMatchObject([[homeAt(5)], { summary: null }]);
  });

  test("keeps what is known of the other home where nothing is of this one", async () => {
    const { index } = await open();
    await index.noteServed(homeAt(5), 8);
    await index.note(homeAt(6), look);
    await index.moveHome(homeAt(5), homeAt(6), null);
    expect(await index.lastLook(homeAt(6))).toMatchObject({ summary: look.summary });
  });

  test("is forgotten with its home, its repository and its installation", async () => {
    const { index, threads } = await open();
    await index.noteServed(homeAt(5), 8);
    await index.forgetHome(homeAt(5));
    expect([await index.homeOf(shop, 8), await index.servedBy(homeAt(5))]).toEqual([null, []]);
    await index.noteServed(homeAt(5), 8);
    await index.noteReverts(shop, { number: 12, at: MONDAY, targets: [8] });
    await threads.forgetRepository(shop);
    expect([await index.homeOf(shop, 8), await index.takenBackBy(shop, 12)]).toEqual([null, []]);
    await index.noteServed(homeAt(5), 8);
    await threads.forgetInstallation(7);
    expect(await index.homeOf(shop, 8)).toBeNull();
  });

  test("is listed anew once its repository is", async () => {
    const { index, policies } = await open();
    expect(await index.listedAt(shop)).toBeNull();
    await policies.note({ ...shop, owner: "ada", name: "shop" }, "advises");
    await index.noteListed(shop, MONDAY);
    expect(await index.listedAt(shop)).toEqual(MONDAY);
  });
});

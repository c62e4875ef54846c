import { expect, onTestFinished, test } from "vitest";
import { boardIndex } from "../../src/queue/known-boards.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import { forgetOldOptOuts, optOutIndex } from "../../src/queue/known-opt-outs.ts";
import { policyIndex } from "../../src/queue/known-policies.ts";
import { readNotedReport } from "../../src/queue/read-noted-report.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import { onEveryStore } from "../support/stores.ts";

const MONDAY = new Date("2026-03-02T12:00:00Z");
const shop = { installation: 7, repositoryId: 70 };
const other = { installation: 8, repositoryId: 80 };

function daysLater(days: number): Date {
  return new Date(MONDAY.getTime() + days * 86_400_000);
}

onEveryStore("the board of a repository", (openStore) => {
  async function open() {
    const database = await openStore();
    onTestFinished(() => database.close());
    return { database, boards: boardIndex(database), optOuts: optOutIndex(database) };
  }

  test("is known by its number, as being made or just made, or as deleted by a person", async () => {
    const { boards } = await open();
    expect(await boards.of(shop)).toEqual({ kind: "unknown" });
    for (const known of [
      { kind: "making" },
      { kind: "made", number: 12 },
      { kind: "there", number: 12 },
      { kind: "deleted", label: "outcome: board" },
      { kind: "unknown" },
    ] as const) {
      await boards.note(shop, known);
      expect(await boards.of(shop)).toEqual(known);
    }
    expect(await boards.of(other)).toEqual({ kind: "unknown" });
  });

  test("goes with its repository, and so does why people opted out there", async () => {
    const { database, boards, optOuts } = await open();
    await boards.note(shop, { kind: "there", number: 12 });
    await optOuts.note(shop, { number: 3, reason: "a comma", at: MONDAY });
    await threadIndex(database).forgetRepository(shop);
    expect([await boards.of(shop), await optOuts.of(shop, MONDAY)]).toEqual([{ kind: "unknown" }, []]);
  });

  test("keeps what was told for it beside where it is", async () => {
    const { boards } = await open();
    expect(await boards.told(shop)).toBeNull();
    const told = { title: String.raw`${"\u0000"} is written \u0000` };
    await boards.noteTold(shop, told);
    expect(await boards.told(shop)).toEqual(told);
    expect(await boards.of(shop)).toEqual({ kind: "unknown" });
    await boards.note(shop, { kind: "there", number: 12 });
    await boards.noteTold(shop, { title: "Newer" });
    expect(await boards.told(shop)).toEqual({ title: "Newer" });
    expect(await boards.of(shop)).toEqual({ kind: "there", number: 12 });
    await boards.forget(shop);
    expect([await boards.of(shop), await boards.told(shop)]).toEqual([{ kind: "unknown" }, null]);
  });

  test("tells why people opted out for 90 days from their merge, and while they are open from their opening, the latest first", async () => {
    const { database, optOuts } = await open();
    expect(await optOuts.note(shop, { number: 1, reason: null, at: MONDAY })).toEqual({ changed: false });
    expect(await optOuts.note(shop, { number: 1, reason: "A typo", at: MONDAY })).toEqual({ changed: true });
    expect(await optOuts.note(shop, { number: 1, reason: "A typo", at: MONDAY })).toEqual({ changed: false });
    expect(await optOuts.note(shop, { number: 1, reason: "Typo", at: MONDAY })).toEqual({ changed: true });
    expect(await optOuts.note(shop, { number: 1, reason: "Typo", at: daysLater(6) })).toEqual({ changed: true });
    await optOuts.note(shop, { number: 2, reason: "Hotfix", at: daysLater(40) });
    await optOuts.note(other, { number: 2, reason: "Elsewhere", at: MONDAY });
    expect(await optOuts.of(shop, daysLater(41))).toEqual([
      { number: 2, reason: "Hotfix", at: daysLater(40) },
      { number: 1, reason: "Typo", at: daysLater(6) },
    ]);
    expect((await optOuts.of(shop, daysLater(97))).map(({ number }) => number)).toEqual([2]);
    expect(await optOuts.note(shop, { number: 2, reason: null, at: MONDAY })).toEqual({ changed: true });
    await forgetOldOptOuts(database, daysLater(120));
    expect(await optOuts.of(shop, daysLater(41))).toEqual([]);
  });

  test("is reported for a repository by its name, however that is written", async () => {
    const { database, boards, optOuts } = await open();
    const named = { installation: 7, repositoryId: 70, owner: "Ada", name: "Shop" };
    await policyIndex(database).note(named, "advises");
    const repository = { id: 70, owner: "Ada", name: "Shop" };
    const home = { installation: 7, repository, number: 5, on: "problem" } as const;
    await followUpIndex(database).note(home, { nextAt: null, waits: false, summary: { title: "Slow" } });
    await boards.noteTold(shop, { title: "Board" });
    await optOuts.note(shop, { number: 2, reason: "Hotfix", at: MONDAY });
    expect(await readNotedReport(database, { owner: "ada", name: "SHOP" }, MONDAY)).toEqual({
      owner: "Ada",
      name: "Shop",
      summaries: [{ title: "Slow" }],
      told: { title: "Board" },
      optOuts: [{ number: 2, reason: "Hotfix", at: MONDAY }],
    });
    expect(await readNotedReport(database, { owner: "ada", name: "shop_" }, MONDAY)).toBeNull();
  });
});

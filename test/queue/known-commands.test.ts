import { expect, onTestFinished, test } from "vitest";
import { commandIndex, forgetOldCommands } from "../../src/queue/known-commands.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import type { ThreadRef } from "../../src/queue/thread-index.ts";
import { onEveryStore } from "../support/stores.ts";

const thread: ThreadRef = { installation: 7, repositoryId: 70, owner: "ada", name: "engine", number: 5 };
const other = { ...thread, number: 6 };
const NOON = new Date("2026-03-02T12:00:00Z");
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const command = (nodeId: string, minutes = 0) => ({ nodeId, at: after(minutes), standing: true });
const found = (...nodeIds: readonly string[]) => ({
  commands: nodeIds.map((nodeId) => command(nodeId)),
  doubts: 0,
  goneBefore: NOON,
});

onEveryStore("the commands of a thread", (open) => {
  async function openIndices() {
    const database = await open();
    onTestFinished(() => database.close());
    return { database, commands: commandIndex(database), threads: threadIndex(database) };
  }

  async function openWarm() {
    const indices = await openIndices();
    await indices.threads.rememberComment(thread, "none");
    return indices;
  }

  test("are not known before all comments were read", async () => {
    const { commands, threads } = await openIndices();
    await commands.note(thread, command("IC_1"));
    expect(await commands.of(thread)).toBe("cold");
    await threads.rememberComment(thread, "none");
    expect(await commands.of(thread)).toEqual(["IC_1"]);
  });

  test("are those that stand, up to a hundred: of more all comments are read", async () => {
    const { commands } = await openWarm();
    await commands.note(thread, { ...command("IC_help", 500), standing: false });
    for (let i = 0; i < 100; i += 1) await commands.note(thread, command(`IC_${i}`, i));
    const known = await commands.of(thread);
    expect(known).toHaveLength(100);
    expect(known).not.toContain("IC_help");
    await commands.note(thread, command("IC_100", 100));
    expect(await commands.of(thread)).toBe("cold");
  });

  test("and those that were refused are told before all comments are read", async () => {
    const { commands } = await openWarm();
    expect(await commands.beforeReading(other)).toEqual({ refused: [], doubts: 0 });
    await commands.note(thread, command("IC_1"));
    await commands.note(thread, { ...command("IC_2"), standing: false });
    await commands.doubt(thread, [5]);
    expect(await commands.beforeReading(thread)).toEqual({ refused: ["IC_2"], doubts: 1 });
  });

  test("are read once more where something happened while they were read", async () => {
    const { commands } = await openWarm();
    await commands.doubt(thread, [5]);
    const { doubts } = await commands.beforeReading(thread);
    await commands.doubt(thread, [5]);
    await commands.noteAll(thread, { ...found("IC_1"), doubts });
    expect(await commands.of(thread)).toBe("cold");
    await commands.noteAll(thread, { ...found("IC_1"), doubts: doubts + 1 });
    expect(await commands.of(thread)).toEqual(["IC_1"]);
  });

  test("are forgotten where they are not found, but for what is new, and for what was refused", async () => {
    const { commands } = await openWarm();
    await commands.note(thread, command("IC_old", -60));
    await commands.note(thread, command("IC_new", 5));
    await commands.note(thread, { ...command("IC_refused", -60), standing: false });
    await commands.noteAll(thread, found("IC_1"));
    expect(new Set(await commands.of(thread))).toEqual(new Set(["IC_1", "IC_new"]));
    expect((await commands.beforeReading(thread)).refused).toEqual(["IC_refused"]);
  });

  test("are read anew after something happened that nobody told of, and only there", async () => {
    const { commands, threads } = await openWarm();
    await threads.rememberComment(other, { id: 9, nodeId: "IC_9", minimisedByUs: true });
    await commands.doubt(thread, [5]);
    expect(await commands.of(thread)).toBe("cold");
    expect(await commands.of(other)).toEqual([]);
    const read = { ...found("IC_1", "IC_2"), doubts: 1 };
    expect(await commands.noteAll(thread, read)).toEqual(["IC_1", "IC_2"]);
    expect(await commands.noteAll(thread, { ...found("IC_1", "IC_3"), doubts: 1 })).toEqual(["IC_3"]);
    expect(await commands.of(thread)).toHaveLength(3);
    expect(await threads.comment(thread)).toBe("none");
  });

  test("are forgotten one by one when they are gone, but not the newest, which GitHub may not show yet", async () => {
    const { commands } = await openWarm();
    await commands.note(thread, command("IC_1"));
    await commands.note(thread, command("IC_2", 50));
    await commands.forget(thread, ["IC_1", "IC_2"], after(30));
    expect(await commands.of(thread)).toEqual(["IC_2"]);
  });

  test("go with their thread, their repository and their installation", async () => {
    const { commands, threads } = await openWarm();
    const ends = [
      () => threads.forgetThread(thread),
      () => threads.forgetRepository(thread),
      () => threads.forgetInstallation(7),
    ];
    for (const end of ends) {
      await commands.note(thread, command("IC_1"));
      await end();
      await threads.rememberComment(thread, "none");
      expect(await commands.of(thread)).toEqual([]);
    }
  });

  test("are answered once", async () => {
    const { commands } = await openWarm();
    await commands.note(thread, command("IC_1"));
    expect(await commands.isAnswered(thread, "IC_1")).toBe(false);
    expect(await commands.claimAnswer(thread, "IC_1", NOON)).toBe("first");
    expect(await commands.claimAnswer(thread, "IC_1", after(1))).toBe("unsure");
    await commands.noteAnswered(thread, "IC_1");
    expect(await commands.isAnswered(thread, "IC_1")).toBe(true);
    expect(await commands.claimAnswer(thread, "IC_1", after(2))).toBe("answered");
    await commands.note(thread, command("IC_1"));
    expect(await commands.isAnswered(thread, "IC_1")).toBe(true);
  });

  test("may have been answered before, where they were found and not told of", async () => {
    const { commands } = await openWarm();
    await commands.noteAll(thread, found("IC_1"));
    expect(await commands.claimAnswer(thread, "IC_1", NOON)).toBe("unsure");
  });

  test("are answered in words five times an hour, also where many ask at once", async () => {
    const { commands } = await openWarm();
    const ids = Array.from({ length: 8 }, (_, i) => `IC_${i}`);
    for (const id of ids) await commands.note(thread, command(id));
    const claims = await Promise.all(ids.map((id) => commands.claimAnswer(thread, id, NOON)));
    expect(claims.filter((claim) => claim === "first")).toHaveLength(5);
    expect(claims.filter((claim) => claim === "too-many")).toHaveLength(3);
    await commands.note(other, command("IC_20"));
    expect(await commands.claimAnswer(other, "IC_20", NOON)).toBe("first");
    const late = ids.find((_, i) => claims[i] === "too-many") ?? "";
    expect(await commands.claimAnswer(thread, late, after(61))).toBe("first");
  });

  test("are forgotten after four days, but for those on a thread that is known", async () => {
    const { commands, database, threads } = await openWarm();
    await commands.note(thread, command("IC_1"));
    await commands.note(thread, { ...command("IC_2"), standing: false });
    await commands.note(other, command("IC_3"));
    await commands.noteAnswered(other, "IC_3");
    await forgetOldCommands(database, after(3 * 24 * 60));
    expect(await commands.isAnswered(other, "IC_3")).toBe(true);
    await forgetOldCommands(database, after(5 * 24 * 60));
    expect(await commands.isAnswered(other, "IC_3")).toBe(false);
    await threads.rememberComment(other, "none");
    expect([await commands.of(thread), await commands.of(other)]).toEqual([["IC_1"], []]);
    expect((await commands.beforeReading(thread)).refused).toEqual(["IC_2"]);
  });
});

import { describe, expect, test } from "vitest";
import { answerOf, applyAll, change, emptyWorld, homeOf, putLabel, takeLabel } from "../../support/follow-up-world.ts";
import type { World } from "../../support/follow-up-world.ts";
import { servedOn, settings } from "../../support/follow-ups.ts";
import { planWorld } from "../../support/settle-world.ts";

/** 2 March 2026 is a Monday; slots are on Tuesdays at ten. */
const at = (text: string) => new Date(`2026-${text}Z`);
const on = (number: number) => ({ ...homeOf, number });
const place = settings();

/** What was planned there at a time, and what stands there then. */
function settle(world: World, now: Date): World {
  return applyAll(world, planWorld(world, now, place).plan, now);
}

/** "7 create-comment", thread and kind, with the name of a label. */
function plan(world: World, now: Date): readonly string[] {
  return planWorld(world, now, place).plan.flatMap(({ thread, writes }) =>
    writes.map((write) => `${thread.number} ${write.kind}${"name" in write ? ` ${write.name}` : ""}`),
  );
}

function shown(world: World): Readonly<Record<number, readonly string[]>> {
  const threads = [...new Set([homeOf.number, ...world.served.map(({ reference }) => reference.number)])];
  return Object.fromEntries(
    threads.map((number) => [number, world.labels.filter((one) => one.on.number === number).map(({ name }) => name)]),
  );
}

const byPerson = (number: number, date: string) => ({ on: on(number), at: at(date), ours: false });
const merged = { ...emptyWorld, served: [servedOn(1, at("03-02T09:00")), servedOn(2, at("03-03T09:00"))] };
const pending = settle(merged, at("03-03T09:01"));
const asked = settle(pending, at("03-17T10:00"));
const reminded = settle(asked, at("03-24T10:00"));
const invalidated = answerOf("invalidated", {
  at: at("03-25T10:00"),
  on: homeOf,
  via: "comment",
  note: "it is the price",
});

/** The same on the problem and on both. */
function all(name: string) {
  return { 1: [name], 2: [name], 7: [name] };
}

/** What is planned of comments. */
function kinds(world: World, now: string): readonly string[] {
  return plan(world, at(now)).filter((one) => one.includes("comment"));
}

describe("the label", () => {
  test("is made once, and put on the problem and on everything that was merged for it", () => {
    expect(plan(merged, at("03-03T09:01"))).toEqual([
      "7 create-label",
      "7 add-label outcome: pending",
      "1 add-label outcome: pending",
      "2 add-label outcome: pending",
    ]);
  });

  test("says how far it is, one at a time", () => {
    expect(shown(pending)).toEqual(all("outcome: pending"));
    expect(shown(asked)).toEqual(all("outcome: due"));
    expect(shown(reminded)).toEqual(all("outcome: due"));
    expect(shown(settle(reminded, at("03-31T10:00")))).toEqual(all("outcome: unmeasured"));
    expect(shown(settle({ ...reminded, said: [invalidated] }, at("03-25T10:01")))).toEqual(all("outcome: invalidated"));
  });

  test("that a person took off the problem is not put back anywhere, and its fellows go", () => {
    const cancelled = settle(takeLabel(asked, "outcome: due", byPerson(7, "03-18T10:00")), at("03-18T10:01"));
    expect(shown(cancelled)).toEqual({ 1: [], 2: [], 7: [] });
    expect(plan(cancelled, at("05-01T10:00"))).toEqual([]);
  });

  test("that a person took off one that was merged takes out that one alone", () => {
    const without = settle(takeLabel(pending, "outcome: pending", byPerson(2, "03-04T10:00")), at("03-17T10:00"));
    expect(shown(without)).toEqual({ 1: ["outcome: due"], 2: [], 7: ["outcome: due"] });
  });

  test("of an outcome that a person took off stays off, until somebody answers anew", () => {
    const answered = settle({ ...asked, said: [invalidated] }, at("03-25T10:01"));
    const taken = takeLabel(answered, "outcome: invalidated", byPerson(7, "03-25T12:00"));
    expect(plan(taken, at("03-26T10:00"))).toEqual([]);
    const again = { ...invalidated, at: at("03-27T10:00") };
    expect(plan({ ...taken, said: [invalidated, again] }, at("03-27T10:01"))).toContain(
      "7 add-label outcome: invalidated",
    );
  });

  test("that a person put on answers, wherever, and a later word takes its place", () => {
    const byHand = putLabel(asked, "outcome: validated", byPerson(2, "03-18T10:00"));
    const answered = settle(byHand, at("03-18T10:01"));
    expect(shown(answered)).toEqual(all("outcome: validated"));
    expect(shown(settle({ ...answered, said: [invalidated] }, at("03-25T10:01")))).toEqual(all("outcome: invalidated"));
  });

  test("that a person swapped for another answers, in whatever order they came", () => {
    const put = putLabel(asked, "outcome: validated", byPerson(7, "03-18T10:00"));
    const swapped = takeLabel(put, "outcome: due", byPerson(7, "03-18T10:00:09"));
    expect(shown(settle(swapped, at("03-18T10:01")))[7]).toEqual(["outcome: validated"]);
  });

  test("that a person put on and that is no answer stays beside ours", () => {
    const odd = putLabel(pending, "outcome: reverted", byPerson(1, "03-04T10:00"));
    expect(shown(settle(odd, at("03-17T10:00")))[1]).toEqual(["outcome: reverted", "outcome: due"]);
  });

  test("that a person put on to say how far it is gives way as it goes on", () => {
    const byHand = putLabel(merged, "outcome: pending", byPerson(7, "03-03T10:00"));
    expect(shown(settle(byHand, at("03-17T10:00")))[7]).toEqual(["outcome: due"]);
  });

  test("of an answer does not come to one that was taken out before, unless it was said there", () => {
    const without = settle(takeLabel(pending, "outcome: pending", byPerson(2, "03-04T10:00")), at("03-17T10:00"));
    const answer = { ...invalidated, at: at("03-18T10:00") };
    expect(shown(settle({ ...without, said: [answer] }, at("03-18T10:01")))[2]).toEqual([]);
    const byHand = putLabel(without, "outcome: validated", byPerson(2, "03-18T10:00"));
    expect(shown(settle(byHand, at("03-18T10:01")))[2]).toEqual(["outcome: validated"]);
  });

  test("that is written otherwise is the same to GitHub", () => {
    const loud = { ...pending, labels: pending.labels.map((one) => ({ ...one, name: one.name.toUpperCase() })) };
    expect(plan(loud, at("03-04T10:00"))).toEqual([]);
  });

  test("of what was taken back says so, and the others go on", () => {
    const [first, second] = pending.served;
    if (first === undefined || second === undefined) throw new Error("Two were merged.");
    const back = { ...first, revertedAt: at("03-05T10:00"), revertedBy: 9 };
    expect(shown(settle({ ...pending, served: [back, second] }, at("03-17T10:00")))).toEqual({
      1: ["outcome: reverted"],
      2: ["outcome: due"],
      7: ["outcome: due"],
    });
    const off = takeLabel(putLabel(pending, "outcome: reverted", byPerson(1, "03-03T11:00")), "outcome: reverted", {
      ...byPerson(1, "03-03T12:00"),
    });
    expect(shown(settle({ ...off, served: [back, second] }, at("03-05T10:01")))[1]).toEqual(["outcome: reverted"]);
  });

  test("begins anew with what is merged after an outcome, and stays on what the outcome was about", () => {
    const answered = settle({ ...asked, said: [invalidated] }, at("03-25T10:01"));
    const next = { ...answered, served: [...answered.served, servedOn(3, at("04-01T09:00"))] };
    const second = settle(next, at("04-01T09:01"));
    const first = ["outcome: invalidated"];
    expect(shown(second)).toEqual({ 1: first, 2: first, 3: ["outcome: pending"], 7: ["outcome: pending"] });
    expect(shown(settle(second, at("04-21T10:00")))[7]).toEqual(["outcome: due"]);
  });

  test("that was cancelled is back with what is merged afterwards", () => {
    const cancelled = settle(takeLabel(pending, "outcome: pending", byPerson(7, "03-05T10:00")), at("03-05T10:01"));
    const next = { ...cancelled, served: [...cancelled.served, servedOn(3, at("04-01T09:00"))] };
    expect(shown(settle(next, at("04-01T09:01")))).toEqual({
      1: [],
      2: [],
      3: ["outcome: pending"],
      7: ["outcome: pending"],
    });
  });
});

describe("the question", () => {
  test("is written when its slot has come, and never twice", () => {
    expect(kinds(pending, "03-17T09:59")).toEqual([]);
    expect(kinds(pending, "03-17T10:00")).toEqual(["7 create-comment"]);
    expect(kinds(asked, "03-17T10:01")).toEqual([]);
  });

  test("that a person deleted or hid is not written again, nor reminded of", () => {
    const [question] = asked.comments;
    if (question === undefined) throw new Error("Somebody was asked.");
    const gone = { ...asked, comments: [], deleted: [{ ...question, deletedAt: at("03-17T12:00") }] };
    const hidden = change(asked, question.id, { minimised: true, minimisedReason: "resolved" });
    for (const world of [gone, hidden]) {
      for (const now of ["03-18T10:00", "03-24T10:00", "03-31T10:00"]) expect(kinds(world, now)).toEqual([]);
      expect(shown(settle(world, at("03-31T10:00")))[7]).toEqual(["outcome: unmeasured"]);
    }
  });

  test("that was written twice stands once: the older, with what is below it", () => {
    const [question] = asked.comments;
    if (question === undefined) throw new Error("Somebody was asked.");
    const twin = { ...question, id: 900, createdAt: at("03-17T10:05") };
    const twins = planWorld({ ...asked, comments: [question, twin] }, at("03-17T10:06"), place).plan;
    expect(twins).toEqual([{ thread: homeOf, writes: [{ kind: "delete-comment", id: 900 }] }]);
  });

  test("is reminded of in a comment of its own, which is hidden once somebody answered or nobody did", () => {
    expect(kinds(asked, "03-24T10:00")).toEqual(["7 create-comment"]);
    expect(kinds(reminded, "03-30T10:00")).toEqual([]);
    expect(kinds({ ...reminded, said: [invalidated] }, "03-25T10:01")).toEqual([
      "7 update-comment",
      "7 minimise-comment",
    ]);
    expect(kinds(reminded, "03-31T10:00")).toEqual(["7 update-comment", "7 minimise-comment"]);
  });

  test("that is put off is reminded of once more, and the older reminder is hidden", () => {
    const later = { ...reminded, snoozes: [{ at: at("03-25T10:00"), until: at("04-25T10:00") }] };
    expect(kinds(later, "03-25T10:01")).toEqual(["7 minimise-comment"]);
    const put = settle(later, at("03-25T10:01"));
    expect(kinds(put, "04-28T09:59")).toEqual([]);
    expect(kinds(put, "04-28T10:00")).toEqual(["7 create-comment"]);
  });

  test("of an earlier follow-up keeps its numbers when the next begins, and is closed where it was not yet", () => {
    const answered = settle({ ...asked, said: [invalidated] }, at("03-25T10:01"));
    const next = { ...answered, served: [...answered.served, servedOn(3, at("04-01T09:00"))] };
    const [question] = next.comments;
    if (question === undefined) throw new Error("Somebody was asked.");
    const measured = change(next, question.id, { body: `${question.body}\n\nIt was 14 % then.` });
    expect(kinds(measured, "04-01T09:01")).toEqual([]);
    const late = { ...asked, said: [invalidated], served: next.served };
    expect(kinds(late, "04-01T09:01")).toEqual(["7 update-comment"]);
  });
});

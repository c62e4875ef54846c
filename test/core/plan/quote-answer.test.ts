import { describe, expect, test } from "vitest";
import { answerOf, applyAll, emptyWorld, homeOf, putLabel } from "../../support/follow-up-world.ts";
import type { World } from "../../support/follow-up-world.ts";
import { servedOn, settings } from "../../support/follow-ups.ts";
import { planWorld } from "../../support/settle-world.ts";

const at = (text: string) => new Date(`2026-${text}Z`);
const on = (number: number) => ({ ...homeOf, number });
const byPerson = (number: number, date: string) => ({ on: on(number), at: at(date), ours: false });

function settle(world: World, now: Date): World {
  return applyAll(world, planWorld(world, now, settings()).plan, now);
}

/** What is planned of comments: "7 create-comment". */
function kinds(world: World, now: string): readonly string[] {
  const { plan } = planWorld(world, at(now), settings());
  const all = plan.flatMap(({ thread, writes }) => writes.map(({ kind }) => `${thread.number} ${kind}`));
  return all.filter((one) => one.includes("comment"));
}

const merged = { ...emptyWorld, served: [servedOn(1, at("03-02T09:00")), servedOn(2, at("03-03T09:00"))] };
const pending = settle(merged, at("03-03T09:01"));

describe("an answer that was given on a pull request before anybody was asked", () => {
  const early = answerOf("invalidated", { at: at("03-05T10:00"), on: on(1), via: "comment", note: "it is the price" });
  const quoted = settle({ ...pending, said: [early] }, at("03-05T10:01"));

  test("is quoted on the problem, and nobody is asked", () => {
    expect(kinds({ ...pending, said: [early] }, "03-05T10:01")).toEqual(["7 create-comment"]);
    expect(quoted.comments.map(({ kind }) => kind)).toEqual(["quote"]);
    expect(kinds(quoted, "05-01T10:00")).toEqual([]);
  });

  test("is not quoted where it was said on the problem itself, or by a label", () => {
    const open = { ...pending, home: { ...pending.home, state: "open" } } as const;
    expect(kinds({ ...open, said: [{ ...early, on: homeOf }] }, "03-05T10:01")).toEqual([]);
    expect(kinds(putLabel(pending, "outcome: validated", byPerson(1, "03-05T10:00")), "03-05T10:01")).toEqual([]);
  });

  test("is quoted wherever it was said while there is a closed problem to take up again", () => {
    const closed = { ...pending, said: [{ ...early, on: homeOf }] };
    expect(kinds(closed, "03-05T10:01")).toEqual(["7 create-comment"]);
    const told = settle(closed, at("03-05T10:01"));
    expect(told.comments[0]?.body).toContain("reopen it with a comment such as this one");
    const reopened = { ...told, home: { ...told.home, state: "open" } } as const;
    expect(kinds(reopened, "03-06T10:00")).toEqual(["7 minimise-comment"]);
    const byLabel = putLabel(pending, "outcome: invalidated", byPerson(1, "03-05T10:00"));
    expect(kinds(byLabel, "03-05T10:01")).toContain("7 create-comment");
  });

  test("that a person deleted is not quoted again", () => {
    const gone = quoted.comments.map((one) => ({ ...one, deletedAt: at("03-06T10:00") }));
    expect(kinds({ ...quoted, comments: [], deleted: gone }, "03-06T10:01")).toEqual([]);
  });

  test("is hidden where it was taken back, and asked for in its time; it comes back with the next", () => {
    const back = { ...quoted, said: [] };
    expect(kinds(back, "03-06T10:00")).toEqual(["7 minimise-comment"]);
    const hidden = settle(back, at("03-06T10:00"));
    expect(kinds(hidden, "03-17T10:00")).toEqual(["7 create-comment"]);
    expect(kinds({ ...hidden, said: [early] }, "03-07T10:00")).toEqual(["7 restore-comment"]);
  });
});

import { expect, test } from "vitest";
import type { FollowUpState, Round } from "../../src/core/follow-up/follow-up.ts";
import { lookNext } from "../../src/jobs/look-next.ts";
import { servedOn, settings } from "../support/follow-ups.ts";

/** A Tuesday, at the slot. */
const SLOT = new Date("2026-03-03T10:00:00Z");
const NEXT_SLOT = new Date("2026-03-10T10:00:00Z");
const LATER = new Date("2026-03-05T12:00:00Z");
const LAST = new Date("2026-03-31T10:00:00Z");

function roundThatIs(state: FollowUpState, served: Round["served"] = []): Round {
  return { served, state, answers: [], askedAt: null, snoozedAt: null };
}

const over = roundThatIs({ kind: "cancelled", at: SLOT });
const due = roundThatIs({ kind: "due", dueAt: SLOT, askAt: SLOT });
const asked = roundThatIs({ kind: "asked", at: SLOT, remindAt: LATER });
const unreleased = servedOn(1, SLOT, { startsAt: null });
const waiting = roundThatIs({ kind: "waiting" }, [unreleased]);
const partly = roundThatIs({ kind: "pending", dueAt: LAST, askAt: LAST }, [servedOn(2, SLOT), unreleased]);

test.each([
  ["when the next thing becomes due", { rounds: [asked] }, LATER],
  ["when there is room again for what was left out", { rounds: [due], postponedTo: LATER }, LATER],
  ["at the next slot where what is due was refused", { rounds: [due] }, NEXT_SLOT],
  ["at the next slot where a release is waited for", { rounds: [over, waiting] }, NEXT_SLOT],
  ["at the next slot where one of several waits for a release", { rounds: [partly] }, NEXT_SLOT],
  ["never where all is over", { rounds: [over] }, null],
])("a follow-up is looked at again %s", (_, looked, expected) => {
  expect(lookNext({ at: SLOT, postponedTo: null, ...looked }, settings()).nextAt).toEqual(expected);
});

function waits(rounds: readonly Round[]): boolean {
  return lookNext({ rounds, at: SLOT, postponedTo: null }, settings()).waits;
}

test("a release is waited for by what has none, also after another that has one", () => {
  expect([[waiting], [partly], [asked], [waiting, asked]].map(waits)).toEqual([true, true, false, false]);
});

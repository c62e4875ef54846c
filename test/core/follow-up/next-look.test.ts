import { expect, test } from "vitest";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import type { FollowUpFacts, Round } from "../../../src/core/follow-up/follow-up.ts";
import { nextLookAt, waitsForRelease } from "../../../src/core/follow-up/next-look.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";

const at = (text: string) => new Date(`2026-${text}Z`);
const merged = servedOn(1, at("03-02T09:00"));
const unreleased = servedOn(2, at("03-03T09:00"), { startsAt: null });

function latest(given: Partial<FollowUpFacts>): Round {
  const round = foldRounds(followUpFacts({ served: [merged], ...given }), settings()).at(-1);
  if (round === undefined) throw new Error("Something was merged.");
  return round;
}

const asked = [at("03-17T10:00")];

test.each<[string, Partial<FollowUpFacts>, Date | null]>([
  ["its slot", { now: at("03-03T09:00") }, at("03-17T10:00")],
  ["at once, where the slot has passed while nobody ran", { now: at("03-19T09:00") }, at("03-17T10:00")],
  ["the reminder", { now: at("03-18T09:00"), asked }, at("03-24T10:00")],
  ["the end", { now: at("03-25T09:00"), asked, reminded: [at("03-24T10:00")] }, at("03-31T10:00")],
  ["nothing, once it was cancelled", { now: at("03-25T09:00"), cancelled: [at("03-04T10:00")] }, null],
  ["nothing, before its release", { now: at("03-25T09:00"), served: [unreleased] }, null],
])("it is looked at again for %s", (_title, given, expected) => {
  expect(nextLookAt(latest(given).state)).toEqual(expected);
});

test.each<[string, Partial<FollowUpFacts>, boolean]>([
  ["that holds it", { served: [unreleased] }, true],
  ["that holds the second of two, while that of the first counts already", { served: [merged, unreleased] }, true],
  ["no more where each has one", { served: [merged] }, false],
  ["no more once somebody was asked", { served: [merged, unreleased], asked }, false],
])("it waits for a release %s", (_title, given, expected) => {
  expect(waitsForRelease(latest({ now: at("03-18T09:00"), ...given }))).toBe(expected);
});

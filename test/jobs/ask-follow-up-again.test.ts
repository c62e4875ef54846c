import { expect, test } from "vitest";
import { askAgainLater, isIncomplete } from "../../src/jobs/ask-follow-up-again.ts";
import type { Silence } from "../../src/queue/known-follow-ups.ts";
import { followUpFacts, servedOn } from "../support/follow-ups.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const hoursAgo = (hours: number) => new Date(NOON.getTime() - hours * 3600 * 1000);
const one = followUpFacts({ served: [servedOn(12, hoursAgo(1))] });
const home = {
  installation: 7,
  repository: { id: 70, owner: "acme", name: "shop" },
  number: 7,
  on: "problem",
} as const;
const silentFor = (hours: number) => ({ summary: null, silentSince: hoursAgo(hours) });

test("what was merged and is not shown yet is waited for, for a day", () => {
  expect(isIncomplete(one, { known: [12], last: null, now: NOON })).toBe(false);
  expect(isIncomplete(one, { known: [12, 13], last: null, now: NOON })).toBe(true);
  expect(isIncomplete(one, { known: [12, 13], last: silentFor(23), now: NOON })).toBe(true);
  expect(isIncomplete(one, { known: [12, 13], last: silentFor(24), now: NOON })).toBe(false);
});

test("the role of who answered is waited for as long as it takes", () => {
  const facts = { ...one, undetermined: true };
  expect(isIncomplete(facts, { known: [12], last: silentFor(1000), now: NOON })).toBe(true);
});

test("the longer GitHub does not tell, the longer it is waited before it is asked again", async () => {
  const noted: Silence[] = [];
  const noteSilence = async (_: unknown, silence: Silence) => void noted.push(silence);
  const tools = { followUps: { noteSilence }, now: () => NOON };
  await askAgainLater(home, tools, null);
  await askAgainLater(home, tools, silentFor(8));
  expect(noted).toEqual([
    { nextAt: new Date("2026-03-02T12:01:00Z"), silentSince: NOON },
    { nextAt: new Date("2026-03-02T13:00:00Z"), silentSince: hoursAgo(8) },
  ]);
});

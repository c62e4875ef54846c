import { expect, test } from "vitest";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import type { FollowUpFacts } from "../../../src/core/follow-up/follow-up.ts";
import { desireFollowUp } from "../../../src/core/plan/desire-follow-up.ts";
import { labels } from "../../support/follow-up-world.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";

const at = (text: string) => new Date(`2026-${text}Z`);
const served = [servedOn(1, at("03-02T09:00"))];

function desire(given: Partial<FollowUpFacts>) {
  const facts = followUpFacts(given);
  return desireFollowUp(facts, foldRounds(facts, settings()), { follow_up: settings(), labels, commands: {} });
}

test("where GitHub does not tell whether somebody may answer, nothing is asked or settled, and it is asked again", () => {
  const desired = desire({ served, undetermined: true, now: at("03-17T10:00") });
  expect(desired).toMatchObject({ threads: [], words: [], nextAt: at("03-17T10:01") });
});

test("where nothing was merged, nothing is to be done, ever", () => {
  expect(desire({})).toMatchObject({ threads: [], words: [], nextAt: null });
});

test.each<[string, Partial<FollowUpFacts>, Date | null]>([
  ["its slot", { now: at("03-03T09:00") }, at("03-17T10:00")],
  ["at once, where the slot has passed while nobody ran", { now: at("03-19T09:00") }, at("03-17T10:00")],
  ["the reminder", { now: at("03-18T09:00"), asked: [at("03-17T10:00")] }, at("03-24T10:00")],
  ["the end", { now: at("03-25T09:00"), asked: [at("03-17T10:00")], reminded: [at("03-24T10:00")] }, at("03-31T10:00")],
  ["nothing, once it was cancelled", { now: at("03-25T09:00"), cancelled: [at("03-04T10:00")] }, null],
  [
    "nothing, before its release",
    { now: at("03-25T09:00"), served: [servedOn(1, at("03-02T09:00"), { startsAt: null })] },
    null,
  ],
])("it is looked at again for %s", (_title, given, expected) => {
  expect(desire({ served, ...given }).nextAt).toEqual(expected);
});

test("a home that is itself the first merged pull request has one label, that of the latest follow-up", () => {
  const reference = { owner: "acme", name: "shop", number: 1 };
  const home = { kind: "pull_request", reference, title: "Change 1", state: "closed" } as const;
  const { threads } = desire({ served: [...served, servedOn(2, at("03-03T09:00"))], home, now: at("03-04T09:00") });
  expect(threads.map((one) => [one.reference.number, one.label])).toEqual([
    [1, "pending"],
    [2, "pending"],
  ]);
});

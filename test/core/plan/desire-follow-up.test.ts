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

test("where nothing was merged, nothing is to be done", () => {
  expect(desire({})).toMatchObject({ threads: [], words: [] });
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

test("what waits for its release is pending for everybody to see", () => {
  const waiting = { served: [servedOn(1, at("03-02T09:00"), { startsAt: null })], now: at("03-03T09:00") };
  expect(desire(waiting).threads.map(({ label }) => label)).toEqual(["pending", "pending"]);
});

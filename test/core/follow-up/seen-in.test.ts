import { expect, test } from "vitest";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import { seenIn } from "../../../src/core/follow-up/seen-in.ts";
import { summarise } from "../../../src/core/follow-up/summarise.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";

const at = new Date("2026-03-02T09:00:00Z");
const served = servedOn(12, at);
const reading = { value: 41, unit: null, at: at.toISOString(), asked: "Carts", window: null, public: false };
const record = { ...served.record, metric: "carts", reading: { kind: "reading", reading } } as const;
const facts = followUpFacts({ served: [{ ...served, record }] });
const summary = summarise(facts, foldRounds(facts, settings()), null);

test.each([
  ["public", false],
  [null, false],
  ["internal", true],
  ["private", true],
] as const)("whether a number that is not public may be told in a repository that is %s: %s", (visibility, may) => {
  const [round] = seenIn(visibility, summary).rounds;
  expect([round?.before, round?.after]).toEqual([{ ...reading, public: may }, null]);
});

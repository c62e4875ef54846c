import { expect, test } from "vitest";
import { seldom } from "../../src/server/seldom.ts";

test("the same error is told once in ten seconds, with how often it was left out; another one at once", () => {
  const told: string[] = [];
  const clock = { now: 0 };
  const log = seldom(
    (_, message) => void told.push(message),
    () => clock.now,
  );
  const fail = (words: string, at: number) => {
    clock.now = at;
    log(new Error(words), "Not stored");
  };
  fail("away", 0);
  fail("away", 1);
  fail("away", 9999);
  fail("away", 10_000);
  fail("away", 10_001);
  fail("full", 10_002);
  fail("away", 20_000);
  expect(told).toEqual([
    "Not stored",
    "Not stored (2 more since the last line)",
    "Not stored",
    "Not stored (1 more since the last line)",
  ]);
});

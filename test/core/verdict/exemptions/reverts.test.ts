import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

test.each([
  ['Revert "Show prices with tax"', "a revert, by its title"],
  ["revert: show prices with tax", "a revert, by its title"],
  ["Reverting the polarity", null],
  ["Do not revert", null],
])("the title tells a revert: %s", (title, reason) => {
  expect(applies("reverts", pullRequestFacts({ pullRequest: { title } }))).toBe(reason);
});

test("the commit that it names tells more than the title", () => {
  const reverts = { sha: "0123456789abcdef".padEnd(40, "0"), verified: false };
  const facts = pullRequestFacts({ pullRequest: { title: 'Revert "x"', reverts } });
  expect(applies("reverts", facts)).toBe("a revert of `0123456789`");
  expect(applies("reverts", facts, { reverts: false })).toBeNull();
});

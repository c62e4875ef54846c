import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

test.each([
  ["chore: tidy", "chore:*", true],
  ["Chore: tidy", "chore:*", true],
  ["fix: chore: tidy", "chore:*", false],
  ["a.b", "a.b", true],
  ["aXb", "a.b", false],
  ["two\nlines", "two*", true],
  ["[bot] sync", "[bot]*", true],
])("%o matches %o as a whole: %s", (title, pattern, expected) => {
  const facts = pullRequestFacts({ pullRequest: { title } });
  expect(applies("titles", facts, { titles: ["never", pattern] })).toBe(
    expected ? "its title is of an exempt kind" : null,
  );
});

test("a pattern with many stars is answered in linear time", () => {
  const facts = pullRequestFacts({ pullRequest: { title: "a".repeat(20_000) } });
  expect(applies("titles", facts, { titles: [`${"a*".repeat(90)}b`] })).toBeNull();
});

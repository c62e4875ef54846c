import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

test.each([
  [5, 5, "it changes 5 lines"],
  [1, 5, "it changes 1 line"],
  [6, 5, null],
  [0, 5, "it changes 0 lines"],
  [0, 0, null],
])("a change of %i lines, where at most %i are exempt: %s", (lines, size, expected) => {
  const facts = pullRequestFacts({ pullRequest: { size: { lines, files: 1 } } });
  expect(applies("size", facts, { size })).toBe(expected);
});

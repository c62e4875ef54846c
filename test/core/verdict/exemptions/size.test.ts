import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

test.each([
  [5, 5, true],
  [6, 5, false],
  [0, 5, true],
  [0, 0, false],
])("a change of %i lines, where at most %i are exempt: %s", (lines, size, expected) => {
  const facts = pullRequestFacts({ pullRequest: { size: { lines, files: 1 } } });
  expect(applies("size", facts, { size })).toBe(expected ? `it changes ${lines} lines, at most ${size}` : null);
});

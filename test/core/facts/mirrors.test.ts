import { expect, test } from "vitest";
import { mirrors } from "../../../src/core/facts/mirrors.ts";

const merged = { additions: 30, deletions: 4, changedFiles: 2 };

test.each([
  ["the same lines the other way round", { additions: 4, deletions: 30, changedFiles: 2 }, true],
  ["the same lines once more", merged, false],
  ["more lines added", { additions: 5, deletions: 30, changedFiles: 2 }, false],
  ["fewer lines deleted", { additions: 4, deletions: 29, changedFiles: 2 }, false],
  ["more files", { additions: 4, deletions: 30, changedFiles: 3 }, false],
])("a change can undo another or not: %s", (_name, change, expected) => {
  expect(mirrors(change, merged)).toBe(expected);
});

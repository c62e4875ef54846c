import { expect, test } from "vitest";
import { isLessVisible } from "../../../src/core/facts/issue.ts";

test.each([
  ["public", "public", false],
  ["public", "internal", false],
  ["public", "private", false],
  ["internal", "public", true],
  ["internal", "internal", false],
  ["internal", "private", false],
  ["private", "public", true],
  ["private", "internal", true],
  ["private", "private", false],
] as const)("what stands at a %s place, seen from a %s one, is seen by fewer: %s", (target, source, expected) => {
  expect(isLessVisible(target, source)).toBe(expected);
});

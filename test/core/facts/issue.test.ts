import { expect, test } from "vitest";
import { isHidden, isLessVisible } from "../../../src/core/facts/issue.ts";

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

test.each([
  ["public", "private", false],
  ["internal", "internal", false],
  ["internal", "private", false],
  ["internal", "public", true],
  ["private", "internal", true],
  ["private", "private", true],
] as const)("another repository that is %s, seen from one that is %s, is hidden: %s", (target, source, expected) => {
  const shop = { owner: "acme", name: "shop", visibility: source };
  expect(isHidden({ owner: "acme", name: "notes", visibility: target }, shop)).toBe(expected);
  expect(isHidden({ owner: "ACME", name: "Shop", visibility: target }, shop)).toBe(false);
});

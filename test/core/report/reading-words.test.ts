import { expect, test } from "vitest";
import { describeValue } from "../../../src/core/report/reading-words.ts";

test.each([
  [41, "%", "41 %"],
  [1234.5678, null, "1,234.57"],
  [-0, "carts", "0 carts"],
  [-0.25, null, "-0.25"],
  [999_999_999_999_999, null, "1,000,000,000,000,000"],
  [1e15, "B", "1E15 B"],
  [-1.2345678e300, null, "-1.23457E300"],
  [0.000_001, null, "0.000001"],
  [5e-324, "s", "5E-324 s"],
])("%d in %s is told as %s", (value, unit, told) => {
  expect(describeValue({ value, unit })).toBe(told);
});

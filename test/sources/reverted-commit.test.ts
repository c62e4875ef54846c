import { expect, test } from "vitest";
import { findRevertedCommit } from "../../src/sources/reverted-commit.ts";

const sha = "0123456789abcdef0123456789abcdef01234567";

test.each([
  [`This reverts commit ${sha}.`, sha],
  [`Breaks checkout.\n\nThis reverts commit ${sha}, for now.`, sha],
  [`this reverts commit ${sha.toUpperCase()}`, sha],
  [`Note: This reverts commit ${sha}.`, null],
  [`This reverts commit ${sha.slice(0, 12)}.`, null],
  [`This reverts commit ${sha}0.`, null],
  ["Reverts acme/shop#12", null],
  ["", null],
])("%o names the commit %s", (body, expected) => {
  expect(findRevertedCommit(body)).toBe(expected);
});

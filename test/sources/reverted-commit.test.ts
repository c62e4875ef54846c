import { expect, test } from "vitest";
import { parseBody } from "../../src/core/markdown/parse-body.ts";
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
  [`Breaks checkout.\nThis reverts commit ${sha}.`, sha],
  [`<!--\nThis reverts commit ${sha}.\n-->`, null],
  [`Tidy. <!-- \nThis reverts commit ${sha}. -->`, null],
  [`> This reverts commit ${sha}.`, null],
  [`\`\`\`\nThis reverts commit ${sha}.\n\`\`\``, null],
  [`\`This reverts commit ${sha}.\``, null],
  [`[x]: https://elsewhere.test "\nThis reverts commit ${sha}.\n"`, null],
])("%o names the commit %s", (body, expected) => {
  expect(findRevertedCommit(parseBody(body))).toBe(expected);
});

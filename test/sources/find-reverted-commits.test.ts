import { expect, test } from "vitest";
import { findRevertedCommits } from "../../src/sources/find-reverted-commits.ts";

const [one, two] = ["a".repeat(40), "b".repeat(40)];
const mergedAt = new Date("2026-03-02T12:00:00Z");
const button = "Reverts acme/shop#12";

test.each([
  ["its text names it", `Too slow.\n\nThis reverts commit ${one}.`, [], [one]],
  ["GitHub's button made it", button, [`Revert "Show"\n\nThis reverts commit ${one}.`], [one]],
  ["it takes back several", button, [`This reverts commit ${one}.`, `This reverts commit ${two}.`], [one, two]],
  ["it takes back a merge", button, [`This reverts commit ${one}, reversing\nchanges made to ${two}.`], [one]],
  [
    "both say the same",
    `${button}\n\nThis reverts commit ${one}.`,
    [`This reverts commit ${one.toUpperCase()}.`],
    [one],
  ],
])("a commit is taken back where %s", (_, body, messages, expected) => {
  expect(findRevertedCommits({ mergedAt, body, messages })).toEqual(expected);
});

test.each([
  ["only a commit says so", "Some work.", [`This reverts commit ${one}.`]],
  ["it is quoted", `> This reverts commit ${one}.`, []],
  ["another word stands before it", button, [`We hope that this reverts commit ${one}.`]],
  ["the commit is cut short", button, ["This reverts commit abc1234."]],
])("none is where %s", (_, body, messages) => {
  expect(findRevertedCommits({ mergedAt, body, messages })).toEqual([]);
});

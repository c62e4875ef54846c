import { expect, test } from "vitest";
import { findRevertedCommits } from "../../src/sources/find-reverted-commits.ts";

const [one, two] = ["a".repeat(40), "b".repeat(40)];
const button = "Reverts acme/shop#12";

test.each([
  { where: "its text names it", body: `Too slow.\n\nThis reverts commit ${one}.`, messages: [], commits: [one] },
  {
    where: "GitHub's button made it",
    body: button,
    messages: [`Revert "Show"\n\nThis reverts commit ${one}.`],
    commits: [one],
  },
  {
    where: "it takes back several",
    body: button,
    messages: [`This reverts commit ${one}.`, `This reverts commit ${two}.`],
    commits: [one, two],
  },
  {
    where: "it takes back a merge",
    body: button,
    messages: [`This reverts commit ${one}, reversing\nchanges made to ${two}.`],
    commits: [one],
  },
  {
    where: "both say the same",
    body: `${button}\n\nThis reverts commit ${one}.`,
    messages: [`This reverts commit ${one.toUpperCase()}.`],
    commits: [one],
  },
])("a commit is taken back where $where", ({ body, messages, commits }) => {
  expect(findRevertedCommits({ body, messages })).toEqual(commits);
});

test.each([
  ["only a commit says so", "Some work.", [`This reverts commit ${one}.`]],
  ["it is quoted", `> This reverts commit ${one}.`, []],
  ["another word stands before it", button, [`We hope that this reverts commit ${one}.`]],
  ["the button's line goes on", `${button} in part.`, [`This reverts commit ${one}.`]],
  ["the commit is cut short", button, ["This reverts commit abc1234."]],
])("none is where %s", (_, body, messages) => {
  expect(findRevertedCommits({ body, messages })).toEqual([]);
});

import { expect, test } from "vitest";
import {
  checkOf,
  checkTextOf,
  HYPOTHESIS,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";

test("a pull request that links its problem and says what is believed gets a green check and no comment", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe(`success: Linked to #${issue.number}, follow-up 14 days after merge`);
  await shop.later(60);
  expect(ownComments(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a repository without configuration hears nothing at all", async () => {
  const shop = await openShop({ config: null });
  const pullRequest = await shop.open("Nothing is linked here.");
  await shop.later(60);
  expect(checkOf(shop, pullRequest)).toBeUndefined();
  expect(ownComments(pullRequest)).toEqual([]);
  expect(requestsOf(shop, "write")).toEqual([]);
});

test("without a link the check advises at once, and one comment asks after the grace", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(ownComments(pullRequest)).toEqual([]);
  await shop.later(3);
  expect(ownComments(pullRequest)).toHaveLength(1);
  expect(ownComments(pullRequest)[0]?.body).toContain("Part of #ISSUE");
  await repeatDeliveries(shop);
});

test("the comment is hidden when the problem is linked, and shown again when the link is taken out", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(HYPOTHESIS);
  await shop.later(3);
  shop.people.editPullRequest({ pullRequest, by: "ada", body: `Part of #${issue.number}\n\n${HYPOTHESIS}` });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain("success: Linked to");
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  shop.people.editPullRequest({ pullRequest, by: "ada", body: HYPOTHESIS });
  await shop.settle();
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await shop.later(3);
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual([null]);
  await repeatDeliveries(shop);
});

test("a link without a hypothesis is told as linked, and the hypothesis is asked for", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}`);
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${issue.number}; no hypothesis yet`);
  expect(ownComments(pullRequest)[0]?.body).toContain("We believe CHANGE for WHO will EFFECT because REASON.");
  await repeatDeliveries(shop);
});

const template = `## Problem

Part of #ISSUE

## Hypothesis

We believe CHANGE for WHO will EFFECT because REASON.
`;

test("an unfilled template is told as still the template's text, not as missing", async () => {
  const shop = await openShop({ files: { ".github/pull_request_template.md": template } });
  const issue = shop.issue();
  const pullRequest = await shop.open(template);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain("still the template's text: We believe CHANGE");
  await shop.edit(pullRequest, template.replace("#ISSUE", `#${issue.number}`));
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${issue.number}; no hypothesis yet`);
  expect(ownComments(pullRequest)[0]?.body).toContain("still the template's text");
  await repeatDeliveries(shop);
});

test("the number of a pull request is no problem, and neither is one that does not exist", async () => {
  const shop = await openShop();
  const other = await shop.open("Nothing here.");
  const pullRequest = await shop.open(`Part of #${other.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain(`#${other.number} is a pull request, not an issue.`);
  await shop.edit(pullRequest, `Part of #99\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain("#99 does not exist.");
  await shop.later(3);
  await repeatDeliveries(shop);
});

test("into another branch than the default one the text alone links, and the words say so", async () => {
  const shop = await openShop();
  const { repository, people } = shop;
  const issue = shop.issue();
  people.commitFiles({ repository, branch: "next", files: { "next.txt": "next\n" }, by: "ada" });
  const pullRequest = await shop.open(HYPOTHESIS, { base: "next" });
  expect(checkTextOf(shop, pullRequest)).toContain("GitHub keeps no development links for pull requests into other");
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain(`in the text: Fixes #${issue.number}`);
  await repeatDeliveries(shop);
});

test("a changed base is looked at again, there and back", async () => {
  const shop = await openShop();
  const { repository, people } = shop;
  const issue = shop.issue();
  people.commitFiles({ repository, branch: "next", files: { "next.txt": "next\n" }, by: "ada" });
  const pullRequest = await shop.open(HYPOTHESIS);
  people.linkInSidebar({ pullRequest, issue });
  // GitHub tells no app of the sidebar: the next edit does.
  await shop.edit(pullRequest, `${HYPOTHESIS}\n`);
  expect(checkTextOf(shop, pullRequest)).toContain("in GitHub's development links");
  people.editPullRequest({ pullRequest, by: "ada", base: "next" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  people.editPullRequest({ pullRequest, by: "ada", base: "main" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  await repeatDeliveries(shop);
});

test("an exploration passes without a hypothesis", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}\n\nExploring: do people look for a total at all?`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain("An exploration");
  await repeatDeliveries(shop);
});

test("a pull request without any description is asked like any other", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open(null);
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(ownComments(pullRequest)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("two pull requests may work on one problem, and an edit of it reaches both", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const first = await shop.open(`Part of #${issue.number}`);
  const second = await shop.open(`Towards #${issue.number}`, { author: "olu", fork: "author" });
  expect([first, second].map((each) => checkOf(shop, each)?.conclusion)).toEqual(["neutral", "neutral"]);
  shop.people.editIssue({ issue, by: "mia", body: HYPOTHESIS });
  await shop.settle();
  expect([first, second].map((each) => checkOf(shop, each)?.conclusion)).toEqual(["success", "success"]);
  await repeatDeliveries(shop);
});

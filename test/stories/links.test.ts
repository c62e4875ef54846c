import { expect, test } from "vitest";
import { checkOf, HYPOTHESIS, openShop, ownComments, requestsOf, verdictOf } from "../support/shop.ts";

test("a pull request that links its problem and says what is believed gets a green check and no comment", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe(`success: Linked to #${issue.number}, follow-up 14 days after merge`);
  await shop.later(60);
  expect(ownComments(pullRequest)).toEqual([]);
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
});

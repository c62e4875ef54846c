import { expect, test } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { mergeFor, openFollowingShop, questionsOn, until } from "../support/follow-up-stories.ts";
import { HYPOTHESIS, labelsOf, ownComments, requestsOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** By the button, merged at once. */
async function revert(shop: Shop, pullRequest: PullRequest): Promise<PullRequest> {
  const opposite = shop.people.revertPullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  shop.people.mergePullRequest({ pullRequest: opposite, by: "ada" });
  await shop.settle();
  return opposite;
}

test("what is taken back is reverted, and followed up again once that is taken back in turn", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  const opposite = await revert(shop, pullRequest);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: reverted"], ["outcome: reverted"]]);
  await until(shop, "2026-03-18T10:00:00Z");
  expect(ownComments(issue)).toEqual([]);
  shop.github.requests.clear();
  await revert(shop, opposite);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: pending"], ["outcome: pending"]]);
  // What the one before takes back is known.
  expect(requestsOf(shop, "read").filter((one) => one === "Reverting")).toHaveLength(1);
  await until(shop, "2026-04-07T09:59:00Z");
  expect(ownComments(issue)).toEqual([]);
  await until(shop, "2026-04-07T10:01:00Z");
  expect(questionsOn(issue)).toHaveLength(1);
  expect(questionsOn(issue)[0]?.body).toContain("(taken back, and there again since 18 March 2026)");
});

test("what comes back after half a year is asked about a window later, also by a store that never heard of it", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue, `${HYPOTHESIS}\n\nWindow: 6 months`);
  const opposite = await revert(shop, pullRequest);
  await until(shop, "2026-09-01T12:00:00Z");
  await revert(shop, opposite);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: pending"], ["outcome: pending"]]);
  await until(shop, "2027-02-01T12:00:00Z");
  await shop.away(60, () => {});
  await shop.later(5);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: pending"], ["outcome: pending"]]);
  await until(shop, "2027-03-02T09:59:00Z");
  expect(ownComments(issue)).toEqual([]);
  await until(shop, "2027-03-02T10:01:00Z");
  expect(questionsOn(issue)).toHaveLength(1);
});

test("where some of what was merged is taken back, the rest is asked about", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const [kept, taken] = [await mergeFor(shop, issue), await mergeFor(shop, issue)];
  await revert(shop, taken);
  expect([kept, taken].map(labelsOf)).toEqual([["outcome: pending"], ["outcome: reverted"]]);
  await until(shop, "2026-03-17T10:01:00Z");
  expect(questionsOn(issue)).toHaveLength(1);
  expect([kept, taken].map(labelsOf)).toEqual([["outcome: due"], ["outcome: reverted"]]);
});

test("that something was taken back is known also after a loss of the store", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await revert(shop, pullRequest);
  await until(shop, "2026-03-30T10:00:00Z");
  await shop.away(24 * 60, () => {});
  await shop.later(1);
  await shop.later(5);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: reverted"], ["outcome: reverted"]]);
  expect(ownComments(issue)).toEqual([]);
});

test("who only says that it takes something back, and names no merge, takes back nothing", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  const claim = await shop.open(`Reverts #${pullRequest.number}\n\nThis reverts commit ${"a".repeat(40)}.`);
  shop.people.mergePullRequest({ pullRequest: claim, by: "ada" });
  await shop.settle();
  expect(labelsOf(issue)).toEqual(["outcome: pending"]);
});

test("whose change was merged takes nobody's work back by editing their text afterwards", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  const typo = await shop.open("A typo.", { author: "olu" });
  shop.people.mergePullRequest({ pullRequest: typo, by: "ada" });
  await shop.later(1);
  await shop.edit(typo, `This reverts commit ${pullRequest.mergeCommitOid}.`);
  expect(labelsOf(issue)).toEqual(["outcome: pending"]);
});

test("what is taken back on a release branch alone still stands where it was merged", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  const { people, repository } = shop;
  people.commitFiles({ repository, by: "ada", branch: "release", files: { "release.txt": "1\n" } });
  const claim = `This reverts commit ${pullRequest.mergeCommitOid}.`;
  const there = await shop.open(claim, { base: "release" });
  people.mergePullRequest({ pullRequest: there, by: "ada" });
  await shop.settle();
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: pending"], ["outcome: pending"]]);
  const here = await shop.open(claim);
  people.mergePullRequest({ pullRequest: here, by: "ada" });
  await shop.settle();
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: reverted"], ["outcome: reverted"]]);
});

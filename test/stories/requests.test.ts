import { expect, test } from "vitest";
import type { Shop } from "../support/shop.ts";
import { HYPOTHESIS, openShop, requestsOf } from "../support/shop.ts";

// What each event may cost in requests to GitHub, with the token known: `npm run bench` prints the same for more events.

async function requestsFor(shop: Shop, act: () => unknown): Promise<readonly string[]> {
  await shop.settle();
  shop.github.requests.clear();
  await act();
  await shop.settle();
  return [...requestsOf(shop, "read"), ...requestsOf(shop, "write")];
}

test("each event costs one read, and only what changed is written", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const warm = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  await requestsFor(shop, () => shop.people.closePullRequest({ pullRequest: warm, by: "ada" }));
  shop.github.requests.clear();
  const pullRequest = await shop.open("A nicer total.");
  expect([...requestsOf(shop, "read"), ...requestsOf(shop, "write")]).toEqual(["Thread", "checks/create"]);
  const on = { pullRequest, by: "ada" };
  const { people } = shop;
  expect(await requestsFor(shop, () => shop.later(3))).toEqual(["Thread", "issues/create-comment"]);
  const passing = `Fixes #${issue.number}\n\n${HYPOTHESIS}`;
  expect(await requestsFor(shop, () => people.editPullRequest({ ...on, body: passing }))).toEqual([
    "Thread",
    "checks/update",
    "Minimise",
  ]);
  expect(await requestsFor(shop, () => people.pushToPullRequest(on))).toEqual(["Thread", "checks/create"]);
  expect(await requestsFor(shop, () => people.addLabel({ on: pullRequest, label: "cart", by: "ada" }))).toEqual([
    "Thread",
  ]);
  expect(await requestsFor(shop, () => people.editIssue({ issue, by: "mia", body: "As told in May." }))).toEqual([
    "Thread",
  ]);
  const inText = `Part of #${issue.number}\n\n${HYPOTHESIS}`;
  expect(await requestsFor(shop, () => people.editPullRequest({ ...on, body: inText }))).toEqual([
    "Thread",
    "References",
    "checks/update",
  ]);
});

test("a life of eight events, a comment and a command costs 21 requests, once the repository has the label", async () => {
  const shop = await openShop();
  shop.people.createLabel({ repository: shop.repository, name: "outcome: pending", by: "ada" });
  const issue = shop.issue();
  const { people } = shop;
  const requests = await requestsFor(shop, async () => {
    const pullRequest = await shop.open(`Fixes #${issue.number}`);
    const on = { pullRequest, by: "ada" };
    await shop.later(3);
    await shop.edit(pullRequest, `Fixes #${issue.number}\n\nWith a test.`);
    people.pushToPullRequest(on);
    await shop.settle();
    people.addLabel({ on: pullRequest, label: "cart", by: "ada" });
    await shop.settle();
    people.editIssue({ issue, by: "mia", body: "It was lost." });
    await shop.settle();
    people.submitReview({ ...on, by: "mia", state: "approved" });
    people.comment({ on: pullRequest, body: "/outcome check", by: "ada" });
    await shop.settle();
    people.mergePullRequest(on);
  });
  // Three of them are the command's: its own read, the look that it asks for, and the reaction. Five are the follow-up's:
  // after the merge and after the issue was closed by it the problem and what served it are read, and it is labelled once.
  // Before a merge is recorded all comments are read, once.
  expect(requests).toHaveLength(21);
});

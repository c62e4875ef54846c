import { expect, test } from "vitest";
import {
  checkTextOf,
  HYPOTHESIS,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";

const CANARY = "Kestrel Dawn";

test("a hypothesis is inherited from the linked issue", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: `## Hypothesis\n\n${HYPOTHESIS}` });
  const pullRequest = await shop.open(`Part of #${issue.number}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain(`Stated in #${issue.number}`);
  await repeatDeliveries(shop);
});

test("a hypothesis is inherited from a parent of the linked issue, and an edit of the parent is seen", async () => {
  const shop = await openShop();
  const parent = shop.issue({ title: "Shoppers leave at the till", body: HYPOTHESIS });
  const issue = shop.issue();
  shop.people.setParent({ issue, parent, by: "ada" });
  const pullRequest = await shop.open(`Closes #${issue.number}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain(`Stated in #${parent.number}, a parent,`);
  shop.people.editIssue({ issue: parent, by: "mia", body: "We are thinking again." });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${issue.number}; no hypothesis yet`);
  await repeatDeliveries(shop);
});

test("of a bug fix no hypothesis is asked, from the moment its issue is called a bug", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}`);
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${issue.number}; no hypothesis yet`);
  shop.people.addLabel({ on: issue, label: "bug", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain(`Not asked: #${issue.number} is a bug`);
  shop.people.removeLabel({ on: issue, label: "bug", by: "ada" });
  shop.people.setIssueType({ issue, type: "Bug", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  await repeatDeliveries(shop);
});

test("an issue that is edited to state a hypothesis wakes the pull request, and hides its comment", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}`);
  await shop.later(3);
  expect(ownComments(pullRequest)).toHaveLength(1);
  shop.people.editIssue({ issue, by: "mia", body: HYPOTHESIS });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("a closed issue stays the problem unless only open ones count", async () => {
  const shop = await openShop({ config: "problems:\n  state: open\n" });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain("success: Linked to");
  shop.people.closeIssue({ issue, by: "ada" });
  await shop.settle();
  expect(checkTextOf(shop, pullRequest)).toContain(`#${issue.number} is closed, and only open problems count here.`);
  shop.people.reopenIssue({ issue, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain("success: Linked to");
  await repeatDeliveries(shop);
});

test("a deleted issue is told as deleted", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`);
  shop.people.deleteIssue({ issue, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain(`#${issue.number} was deleted.`);
  await repeatDeliveries(shop);
});

test("a transferred issue is followed to its new place, and an edit there is seen", async () => {
  const shop = await openShop();
  const to = shop.people.createRepository({ name: "acme/ideas" });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}`);
  const moved = shop.people.transferIssue({ issue, to, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to acme/ideas#${moved.number}; no hypothesis yet`);
  expect(checkTextOf(shop, pullRequest)).toContain(`moved there from #${issue.number}`);
  shop.people.editIssue({ issue: moved, by: "mia", body: HYPOTHESIS });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to acme/ideas#${moved.number}`);
  await repeatDeliveries(shop);
});

test("an issue that was transferred to a private place is not told from there", async () => {
  const shop = await openShop();
  const to = shop.people.createRepository({ name: "acme/secret", visibility: "private" });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`);
  await shop.later(3);
  const moved = shop.people.transferIssue({ issue, to, by: "ada" });
  shop.people.editIssue({ issue: moved, by: "ada", title: `About ${CANARY}`, body: `For ${CANARY}.` });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: The linked problem could not be read here");
  expect(checkTextOf(shop, pullRequest)).toContain(`#${issue.number} could not be read here.`);
  expect(everythingPublic(shop, pullRequest)).not.toMatch(/Kestrel|acme\/secret/);
  await repeatDeliveries(shop);
});

test("an issue that was transferred to an organisation without the app does not count any more", async () => {
  const shop = await openShop();
  const to = shop.people.createRepository({ name: "elsewhere/secret", visibility: "private" });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`);
  shop.people.transferIssue({ issue, to, by: "ada" });
  await shop.settle();
  // GitHub answers 404, as to a number that never was: it gives nothing away.
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(everythingPublic(shop, pullRequest)).not.toContain("elsewhere");
  await repeatDeliveries(shop);
});

test.each([
  ["where the app is installed", "acme/secret"],
  ["of somebody else", "elsewhere/secret"],
])("a problem in a private repository %s could not be read here, and nothing of it is told", async (_, name) => {
  const shop = await openShop();
  const secret = shop.people.createRepository({ name, visibility: "private" });
  const issue = shop.people.openIssue({
    repository: secret,
    author: "ada",
    title: `${CANARY} shoppers give up`,
    body: `## Problem\n\n${CANARY} again.\n\n## Hypothesis\n\n${HYPOTHESIS}`,
  });
  shop.people.addLabel({ on: issue, label: `customer ${CANARY}`, by: "ada" });
  const pullRequest = await shop.open(`Part of ${name}#${issue.number}`);
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: The linked problem could not be read here");
  expect(checkTextOf(shop, pullRequest)).toContain(`${name}#${issue.number} could not be read here.`);
  expect(ownComments(pullRequest)).toEqual([]);
  shop.people.editIssue({ issue, by: "ada", title: `${CANARY} still gives up` });
  await shop.settle();
  expect(everythingPublic(shop, pullRequest)).not.toContain(CANARY);
  await repeatDeliveries(shop);
});

test("a problem in another private repository could not be read here, even by a private one", async () => {
  const shop = await openShop({ visibility: "private" });
  const secret = shop.people.createRepository({ name: "acme/secret", visibility: "private" });
  const body = `## Problem\n\n${CANARY} again.\n\n## Hypothesis\n\n${HYPOTHESIS}`;
  const issue = shop.people.openIssue({ repository: secret, author: "ada", title: `${CANARY} gives up`, body });
  const pullRequest = await shop.open(`Part of acme/secret#${issue.number}`);
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: The linked problem could not be read here");
  expect(checkTextOf(shop, pullRequest)).toContain(`acme/secret#${issue.number} could not be read here.`);
  expect(everythingPublic(shop, pullRequest)).not.toContain(CANARY);
  await shop.edit(pullRequest, "Part of acme/secret#999");
  expect(checkTextOf(shop, pullRequest)).toContain("acme/secret#999 could not be read here.");
  await repeatDeliveries(shop);
});

test("a problem in the pull request's own private repository answers for it", async () => {
  const shop = await openShop({ visibility: "private" });
  const issue = shop.issue({ body: HYPOTHESIS });
  const pullRequest = await shop.open(`Part of #${issue.number}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  await shop.edit(pullRequest, "Part of #999");
  expect(checkTextOf(shop, pullRequest)).toContain("#999 does not exist.");
  await repeatDeliveries(shop);
});

test("in a private repository that the configuration lists, a problem counts, and nothing else does", async () => {
  const shop = await openShop({ config: "problems:\n  repositories: [acme/secret]\n" });
  const secret = shop.people.createRepository({ name: "acme/secret", visibility: "private" });
  const issue = shop.people.openIssue({ repository: secret, author: "ada", title: CANARY, body: HYPOTHESIS });
  const pullRequest = await shop.open(`Part of acme/secret#${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain("success: Linked");
  expect(everythingPublic(shop, pullRequest)).not.toContain(CANARY);
  await shop.edit(pullRequest, `Part of acme/secret#999\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: The linked problem could not be read here");
  await repeatDeliveries(shop);
});

test("a renamed repository goes on being judged, and old references to it still lead there", async () => {
  const shop = await openShop();
  const ideas = shop.people.createRepository({ name: "acme/ideas" });
  const issue = shop.people.openIssue({ repository: ideas, author: "mia", title: "A problem", body: HYPOTHESIS });
  const pullRequest = await shop.open(`Part of acme/ideas#${issue.number}`);
  shop.people.renameRepository({ repository: ideas, name: "thoughts", by: "ada" });
  shop.people.renameRepository({ repository: shop.repository, name: "store", by: "ada" });
  await shop.edit(pullRequest, `Refs acme/ideas#${issue.number}\n\nRead again.`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to acme/thoughts#${issue.number}`);
  shop.people.editIssue({ issue, by: "mia", body: "No longer sure." });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to acme/thoughts#${issue.number}; no hypothesis yet`);
  await repeatDeliveries(shop);
});

test("an issue that nobody links to wakes nothing", async () => {
  const shop = await openShop();
  await shop.open("Nothing is linked here.");
  const issue = shop.issue();
  await shop.settle();
  shop.github.requests.clear();
  shop.people.editIssue({ issue, by: "mia", body: HYPOTHESIS });
  await shop.settle();
  expect(requestsOf(shop, "read")).toEqual([]);
  expect(requestsOf(shop, "write")).toEqual([]);
});

function everythingPublic(shop: Shop, pullRequest: PullRequest): string {
  const checks = [...pullRequest.repository.suites.values()]
    .flat()
    .flatMap(({ runs }) => runs.map((run) => run.output));
  return JSON.stringify([checks, ownComments(pullRequest).map(({ body }) => body), checkTextOf(shop, pullRequest)]);
}

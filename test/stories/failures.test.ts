import { expect, test } from "vitest";
import type { Failure } from "../../src/sandbox/github/server/faults.ts";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import {
  checkOf,
  HYPOTHESIS,
  labelsOf,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";
import type { Shop, ShopOptions } from "../support/shop.ts";

const breakages: readonly { how: string; does: Failure }[] = [
  { how: "answers 502 after it was applied", does: { kind: "answers", status: 502, moment: "after" } },
  { how: "breaks off after it was applied", does: { kind: "resets", moment: "after" } },
  { how: "answers 500 before it was applied", does: { kind: "answers", status: 500, moment: "before" } },
  { how: "breaks off before it was applied", does: { kind: "resets", moment: "before" } },
];

test.each(breakages)("there is one check run in the end when creating it $how", async ({ does }) => {
  const shop = await openShop();
  shop.github.faults.add({ on: "checks/create", does });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(1);
  expectFailed(shop, "checks/create");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(checkOf(shop, pullRequest)?.suite.runs).toHaveLength(1);
  await repeatDeliveries(shop);
});

test.each(breakages)("there is one comment in the end when creating it $how", async ({ does }) => {
  const shop = await openShop();
  shop.github.faults.add({ on: "issues/create-comment", does });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  await shop.later(1);
  expectFailed(shop, "issues/create-comment");
  expect(ownComments(pullRequest)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test.each(
  breakages.flatMap((breakage) =>
    ["issues/create-label", "issues/add-labels", "checks/update"].map((on) => ({ on, ...breakage })),
  ),
)("merged work has one label and one record in the end when $on $how", async ({ on, does }) => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  shop.github.faults.add({ on, does });
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  await shop.later(1);
  expectFailed(shop, on);
  expect(labelsOf(pullRequest)).toEqual(["outcome: pending"]);
  const pending = shop.repository.labels.filter(({ name }) => name === "outcome: pending");
  expect(pending).toMatchObject([{ color: "c5def5" }]);
  expect(checkOf(shop, pullRequest)?.suite.runs).toHaveLength(1);
  expect(checkOf(shop, pullRequest)?.output.text).toContain("outcome-record");
  await repeatDeliveries(shop);
});

test.each(breakages)("the comment is hidden in the end when hiding it $how", async ({ does }) => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  shop.github.faults.add({ on: "Minimise", does });
  await shop.edit(pullRequest, `Part of #${issue.number}\n\n${HYPOTHESIS}`);
  await shop.later(1);
  expectFailed(shop, "Minimise");
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test.each<{ how: string; does: Failure }>([
  ...breakages.slice(2),
  { how: "answers 200 with an error", does: { kind: "graphql-errors", message: "Something went wrong" } },
])("nothing is written while reading $how, and it is tried again", async ({ does }) => {
  const shop = await openShop();
  shop.github.faults.add({ on: "graphql", does, times: 2 });
  const pullRequest = await shop.open("A nicer total.");
  expect(requestsOf(shop, "write")).toEqual([]);
  await shop.later(1);
  await shop.later(1);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("a link that GitHub does not answer for is neither there nor missing, and is asked again", async () => {
  const shop = await openShop();
  const elsewhere = shop.people.createRepository({ name: "acme/ideas" });
  const issue = shop.people.openIssue({ repository: elsewhere, author: "mia", title: "A problem", body: HYPOTHESIS });
  shop.people.transferIssue({ issue, to: shop.repository, by: "ada" });
  await shop.settle();
  shop.github.faults.add({ on: "issues/get", does: { kind: "answers", status: 502, moment: "before" } });
  const pullRequest = await shop.open(`Part of acme/ideas#${issue.number}`);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: GitHub did not answer for a link; it is asked again");
  await shop.later(6);
  expect(verdictOf(shop, pullRequest)).toContain("success: Linked to #");
  expect(ownComments(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a link is there within five minutes after GitHub answers for it, however old the pull request is", async () => {
  const shop = await openShop();
  const [elsewhere, named] = [shop.people.createRepository({ name: "acme/ideas" }), "A problem"];
  const issue = shop.people.openIssue({ repository: elsewhere, author: "mia", title: named, body: HYPOTHESIS });
  shop.people.transferIssue({ issue, to: shop.repository, by: "ada" });
  const pullRequest = await shop.open(`Part of acme/ideas#${issue.number}`);
  await shop.later(24 * 60);
  shop.github.faults.add({ on: "issues/get", does: { kind: "answers", status: 502, moment: "before" }, times: 1000 });
  shop.people.addLabel({ on: pullRequest, label: "frontend", by: "ada" });
  await shop.settle();
  for (let minute = 0; minute < 30; minute += 1) await shop.later(1);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: GitHub did not answer for a link; it is asked again");
  expect(shop.github.requests.entries.filter(({ status }) => status === 502).length).toBeLessThan(25);
  shop.github.faults.clear();
  for (let minute = 0; minute < 5; minute += 1) await shop.later(1);
  expect(verdictOf(shop, pullRequest)).toContain("success: Linked to #");
});

test("an outage of ten minutes is waited out", async () => {
  const shop = await openShop();
  shop.github.faults.add({ on: () => true, does: { kind: "answers", status: 503, moment: "before" }, times: 1000 });
  const pullRequest = await shop.open("A nicer total.");
  for (let minute = 0; minute < 10; minute += 1) await shop.later(1);
  expect(verdictOf(shop, pullRequest)).toBeUndefined();
  expect(shop.github.requests.entries.length).toBeLessThan(40);
  shop.github.faults.clear();
  await shop.later(16);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await shop.later(3);
  await repeatDeliveries(shop);
});

test.each<{ limit: string; on: string; does: Failure }>([
  { limit: "a secondary limit", on: "checks/create", does: { kind: "secondary-limit", retryAfterSeconds: 300 } },
  {
    limit: "a secondary limit while reading",
    on: "graphql",
    does: { kind: "secondary-limit", retryAfterSeconds: 300 },
  },
  { limit: "a used-up hour", on: "checks/create", does: { kind: "primary-limit", resetsInSeconds: 300 } },
])("after $limit nothing is asked before GitHub's time, and then it is done", async ({ on, does }) => {
  const shop = await openShop();
  shop.github.faults.add({ on, does });
  const pullRequest = await shop.open("A nicer total.");
  shop.github.requests.clear();
  await shop.later(2);
  await shop.later(2);
  expect(shop.github.requests.entries).toEqual([]);
  await shop.later(2);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(ownComments(pullRequest)).toHaveLength(1);
  await repeatDeliveries(shop);
});

const LESS = { checks: "write", contents: "read", issues: "read", metadata: "read", pull_requests: "read" } as const;

test("without the permission to comment the check still comes, nothing loops, and a granted one is used", async () => {
  const shop = await openShop({ permissions: LESS });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await expectSilence(shop);
  shop.people.acceptNewPermissions({
    account: "acme",
    by: "ada",
    permissions: { ...LESS, issues: "write", pull_requests: "write" },
  });
  await shop.settle();
  expect(ownComments(pullRequest)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("without the permission to label, the record is still written", async () => {
  const { shop, pullRequest } = await linkedPullRequest({ permissions: LESS });
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  expect(checkOf(shop, pullRequest)?.output.text).toContain("outcome-record");
  expect(labelsOf(pullRequest)).toEqual([]);
  // The board is tried for once, a minute after the merge.
  await shop.later(2);
  await expectSilence(shop);
});

test("without the permission to check, the comment still comes", async () => {
  const shop = await openShop({
    permissions: { contents: "read", issues: "write", metadata: "read", pull_requests: "write", checks: "read" },
  });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBeUndefined();
  expect(ownComments(pullRequest)).toHaveLength(1);
  await expectSilence(shop);
});

async function linkedPullRequest(options: ShopOptions): Promise<{ shop: Shop; pullRequest: PullRequest }> {
  const shop = await openShop(options);
  const issue = shop.issue();
  return { shop, pullRequest: await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`) };
}

/** Or the story would show nothing. */
function expectFailed({ github }: Shop, operation: string): void {
  const failed = github.requests.entries.filter((each) => each.operation === operation && each.status >= 499);
  expect(failed).toHaveLength(1);
}

/** Nothing is tried again by itself: hours pass without a write. */
async function expectSilence(shop: Shop): Promise<void> {
  shop.github.requests.clear();
  for (let hour = 0; hour < 6; hour += 1) await shop.later(60);
  expect(requestsOf(shop, "write")).toEqual([]);
}

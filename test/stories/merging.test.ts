import { expect, test } from "vitest";
import { findRecord } from "../../src/core/follow-up/record.ts";
import type { OutcomeRecord } from "../../src/core/follow-up/record.ts";
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
import type { Shop } from "../support/shop.ts";

const PENDING = "outcome: pending";

test("merged work is labelled as pending, and its final check records what was believed and when it is due", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}\n\nWindow: 6 weeks`);
  await merge(shop, pullRequest);
  expect(labelsOf(pullRequest)).toEqual([PENDING]);
  expect(shop.repository.labels.filter(({ name }) => name === PENDING)).toMatchObject([{ color: "c5def5" }]);
  const record = recordOf(shop, pullRequest);
  expect(record).toMatchObject({
    pull_request: `acme/shop#${pullRequest.number}`,
    problem: `acme/shop#${issue.number}`,
    window_days: 42,
  });
  expect(record?.believed).toContain("a visible total for shoppers on small screens");
  expect(Date.parse(record?.due_at ?? "") - Date.parse(pullRequest.mergedAt ?? "")).toBe(42 * 24 * 3600 * 1000);
  expect(verdictOf(shop, pullRequest)).toBe(`success: Linked to #${issue.number}, follow-up due 13 April 2026`);
  await repeatDeliveries(shop);
});

test("later edits do not move the goal", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  await merge(shop, pullRequest, "squash");
  const recorded = structuredClone(checkOf(shop, pullRequest)?.output);
  await shop.later(60);
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\nWe believe nothing for anybody will change because of this.`);
  await shop.edit(pullRequest, "No word any more.");
  shop.people.editIssue({ issue, by: "mia", body: "Something else." });
  await shop.settle();
  expect(checkOf(shop, pullRequest)?.output).toEqual(recorded);
  expect(labelsOf(pullRequest)).toEqual([PENDING]);
  await repeatDeliveries(shop);
});

test("a comment that was answered in the moment of the merge asks nothing any more", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual([null]);
  const body = `Fixes #${shop.issue().number}\n\n${HYPOTHESIS}`;
  shop.people.editPullRequest({ pullRequest, by: "ada", body });
  await merge(shop, pullRequest);
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("an edit that comes before the record is written is told in it", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}`);
  shop.github.faults.add({ on: "graphql", does: { kind: "answers", status: 502, moment: "before" }, times: 1000 });
  await merge(shop, pullRequest);
  await shop.later(1);
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  shop.github.faults.clear();
  await shop.later(16);
  expect(recordOf(shop, pullRequest)?.edited_after_merge).toBe(true);
  expect(checkOf(shop, pullRequest)?.output.text).toContain("The text was edited after the merge.");
  await repeatDeliveries(shop);
});

test("a metric's own line is recorded with where it stands and where it shall go", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const metric = "Metric: abandoned carts, from 31 % to 25 %";
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}\n\n${metric}`);
  await merge(shop, pullRequest);
  const recorded = { metric: "abandoned carts", baseline: "31 %", target: "25 %", edited_after_merge: false };
  expect(recordOf(shop, pullRequest)).toMatchObject(recorded);
  await repeatDeliveries(shop);
});

test("merged work without a hypothesis is followed up as well", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}`);
  await merge(shop, pullRequest);
  expect(labelsOf(pullRequest)).toEqual([PENDING]);
  expect(recordOf(shop, pullRequest)).toMatchObject({ believed: null, window_days: 14 });
  await repeatDeliveries(shop);
});

test("the record waits for a link that GitHub does not answer for at the merge: it may hold the hypothesis", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const elsewhere = shop.people.createRepository({ name: "acme/ideas" });
  const idea = shop.people.openIssue({ repository: elsewhere, author: "mia", title: "An idea", body: HYPOTHESIS });
  shop.people.transferIssue({ issue: idea, to: shop.repository, by: "ada" });
  await shop.settle();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\nPart of acme/ideas#${idea.number}`);
  shop.github.faults.add({ on: "issues/get", does: { kind: "answers", status: 502, moment: "before" } });
  await merge(shop, pullRequest);
  expect(labelsOf(pullRequest)).toEqual([PENDING]);
  expect(recordOf(shop, pullRequest)).toBeNull();
  shop.github.faults.clear();
  await shop.later(6);
  expect(recordOf(shop, pullRequest)?.believed).toContain("a visible total for shoppers on small screens");
  await repeatDeliveries(shop);
});

test("an exploration records its question", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}\n\nExploring: do people look for a total at all?`);
  await merge(shop, pullRequest);
  expect(recordOf(shop, pullRequest)?.exploring).toContain("do people look for a total at all?");
  await repeatDeliveries(shop);
});

test("unlinked work is merged without a word, also when its grace had not ended", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const before = structuredClone(checkOf(shop, pullRequest)?.output);
  shop.github.requests.clear();
  await merge(shop, pullRequest);
  await shop.later(60);
  expect(requestsOf(shop, "write")).toEqual([]);
  expect(labelsOf(pullRequest)).toEqual([]);
  expect(ownComments(pullRequest)).toEqual([]);
  expect(checkOf(shop, pullRequest)?.output).toEqual(before);
  await repeatDeliveries(shop);
});

test("work that was unlinked while GitHub failed promises nothing any more once it is merged, and is linked late", async () => {
  const shop = await openShop({ logLevel: "fatal" });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain("follow-up 14 days after merge");
  shop.github.faults.add({ on: "graphql", does: { kind: "answers", status: 502, moment: "before" }, times: 1000 });
  await shop.edit(pullRequest, HYPOTHESIS);
  await merge(shop, pullRequest);
  shop.github.faults.clear();
  shop.github.requests.clear();
  await shop.later(16);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Merged without a linked problem: nothing is followed up");
  expect(requestsOf(shop, "write")).toEqual(["checks/update"]);
  await repeatDeliveries(shop);
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe(`success: Linked to #${issue.number}, follow-up due 16 March 2026`);
});

test("work that was merged before the configuration landed is left alone", async () => {
  const shop = await openShop({ config: null });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  await merge(shop, pullRequest);
  await shop.later(60);
  shop.people.commitFiles({ repository: shop.repository, files: { ".github/outcome.yml": "{}\n" }, by: "ada" });
  shop.people.addLabel({ on: pullRequest, label: "frontend", by: "ada" });
  await shop.settle();
  expect(labelsOf(pullRequest)).toEqual(["frontend"]);
  expect(requestsOf(shop, "write")).toEqual([]);
  await repeatDeliveries(shop);
});

test("a pull request that is closed unmerged is left as it stands, and judged again when it is reopened", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  shop.github.requests.clear();
  shop.people.closePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  await shop.edit(pullRequest, `Part of #${issue.number}\n\n${HYPOTHESIS}`);
  await shop.later(60);
  expect(requestsOf(shop, "write")).toEqual([]);
  shop.people.reopenPullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(labelsOf(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a pending label that a person took off is not put back, and other labels are never touched", async () => {
  const shop = await openShop();
  const { people } = shop;
  const issue = shop.issue({ labels: ["frontend"] });
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`, { labels: ["frontend", "big"] });
  await merge(shop, pullRequest);
  expect(labelsOf(pullRequest)).toEqual(["frontend", "big", PENDING]);
  people.removeLabel({ on: pullRequest, label: PENDING, by: "ada" });
  people.removeLabel({ on: pullRequest, label: "big", by: "ada" });
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\n${HYPOTHESIS}\n\nAnd one more word.`);
  expect(labelsOf(pullRequest)).toEqual(["frontend"]);
  expect(labelsOf(issue)).toEqual(["frontend"]);
  await repeatDeliveries(shop);
});

test("a label that a person took off and put on again may stay, and one of their own colour keeps it", async () => {
  const shop = await openShop();
  const { people, repository } = shop;
  people.createLabel({ repository, name: "Outcome: Pending", color: "ff0000", by: "ada" });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  await merge(shop, pullRequest);
  expect(labelsOf(pullRequest)).toEqual(["Outcome: Pending"]);
  expect(repository.labels.filter(({ name }) => name.toLowerCase() === PENDING)).toMatchObject([{ color: "ff0000" }]);
  people.removeLabel({ on: pullRequest, label: PENDING, by: "ada" });
  people.addLabel({ on: pullRequest, label: PENDING, by: "mia" });
  await shop.settle();
  expect(labelsOf(pullRequest)).toEqual(["Outcome: Pending"]);
  await repeatDeliveries(shop);
});

test("an outcome that a person gave at once is an answer: nothing is pending", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  shop.people.addLabel({ on: pullRequest, label: "outcome: validated", by: "ada" });
  await merge(shop, pullRequest);
  expect(labelsOf(pullRequest)).toEqual(["outcome: validated"]);
  await repeatDeliveries(shop);
});

test("work on a problem whose issue the merge itself closed is followed up where only open problems count", async () => {
  const shop = await openShop({ config: "problems:\n  state: open\n" });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  await merge(shop, pullRequest);
  expect(issue.state).toBe("closed");
  expect(recordOf(shop, pullRequest)?.problem).toBe(`acme/shop#${issue.number}`);
  await repeatDeliveries(shop);
});

async function merge(shop: Shop, pullRequest: PullRequest, method: "merge" | "squash" = "merge"): Promise<void> {
  shop.people.mergePullRequest({ pullRequest, by: "ada", method });
  await shop.settle();
}

function recordOf(shop: Shop, pullRequest: PullRequest): OutcomeRecord | null {
  return findRecord(checkOf(shop, pullRequest)?.output.text ?? "", pullRequest.number);
}

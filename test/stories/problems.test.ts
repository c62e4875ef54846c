import { expect, test } from "vitest";
import { forgetOldLooks } from "../../src/queue/known-looks.ts";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { HYPOTHESIS, openShop, ownComments, repeatDeliveries, requestsOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";

const PROBLEM = "## Problem\n\nShoppers on small screens cannot see the total, so they leave at the till.";
const EVIDENCE = "## Evidence\n\n- 14 of 22 shoppers in the spring survey named it.";
const BELIEF = `## Hypothesis\n\n${HYPOTHESIS}\nWe will know when abandoned carts move from 40% to 30%.`;
/** Long after every look of a story. */
const IN_TIME_TO_COME = new Date("2200-01-01T00:00:00Z");

test("a problem without evidence is asked for it once, after the grace, and answered in place", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: PROBLEM, labels: ["problem"] });
  await shop.settle();
  expect(ownComments(issue)).toEqual([]);
  await shop.later(3);
  expect(ownComments(issue).map(({ body }) => body)).toEqual([expect.stringContaining("How do we know?")]);
  await edit(shop, issue, `${PROBLEM}\n\n${EVIDENCE}\n\n${BELIEF}`);
  expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("a problem with all its parts hears nothing", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: `${PROBLEM}\n\n${EVIDENCE}\n\n${BELIEF}`, labels: ["problem"] });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a problem by its type is asked for one part after the other, in the one comment", async () => {
  const shop = await openShop();
  const issue = shop.issue({ title: "The total", body: "It is small." });
  shop.people.setIssueType({ issue, type: "Problem", by: "ada" });
  await shop.later(3);
  const asked = () => ownComments(issue).map(({ body }) => /### (.*)/.exec(body)?.[1]);
  expect(asked()).toEqual(["What is the user's actual problem?"]);
  await edit(shop, issue, PROBLEM);
  expect(asked()).toEqual(["How do we know?"]);
  await edit(shop, issue, `${PROBLEM}\n\n${EVIDENCE}`);
  expect(asked()).toEqual(["What do we believe would help?"]);
  await edit(shop, issue, `${PROBLEM}\n\n${EVIDENCE}\n\n${HYPOTHESIS}`);
  expect(asked()).toEqual(["How will we know?"]);
  await repeatDeliveries(shop);
});

test("a problem that only names a solution is asked what users cannot do today", async () => {
  const shop = await openShop();
  const issue = shop.issue({ title: "Add a dark mode", body: "With a switch in the settings.", labels: ["problem"] });
  await shop.later(3);
  const [comment] = ownComments(issue);
  expect(comment?.body).toContain("### What can users not do today?");
  expect(comment?.body).toContain("says what to build, not yet what users cannot do today: `Add a dark mode`");
  await repeatDeliveries(shop);
});

test("an issue that is called a problem no more has its comment hidden, and shown again when it is", async () => {
  const shop = await openShop();
  const issue = shop.issue({ labels: ["problem"] });
  await shop.later(3);
  shop.people.removeLabel({ on: issue, label: "problem", by: "ada" });
  await shop.settle();
  expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  shop.people.addLabel({ on: issue, label: "problem", by: "ada" });
  await shop.later(3);
  expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual([null]);
  await repeatDeliveries(shop);
});

test("about any other issue there is not a word, nor a look", async () => {
  const shop = await openShop();
  shop.github.requests.clear();
  const issue = shop.issue({ title: "A bigger total", body: "Make it bigger." });
  await edit(shop, issue, "Make it much bigger.");
  shop.people.closeIssue({ issue, by: "ada" });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  expect(shop.github.requests.entries).toEqual([]);
  await repeatDeliveries(shop);
});

test("an issue with another label is looked at and left in peace", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: "Make it bigger.", labels: ["feature"] });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  expect(requestsOf(shop, "write")).toEqual([]);
  await repeatDeliveries(shop);
});

test("a closed problem is not asked", async () => {
  const shop = await openShop();
  const issue = shop.issue({ labels: ["problem"] });
  shop.people.closeIssue({ issue, by: "ada", reason: "not_planned" });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  await repeatDeliveries(shop);
});

test.each(["completed", "not_planned", "duplicate"] as const)(
  "a problem that is closed as %s has its comment hidden, and shown again once it is open",
  async (reason) => {
    const shop = await openShop();
    const issue = shop.issue({ labels: ["problem"] });
    await shop.later(3);
    shop.people.closeIssue({ issue, by: "ada", reason });
    await shop.settle();
    expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
    await edit(shop, issue, "Still hard to see.");
    expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
    shop.people.reopenIssue({ issue, by: "ada" });
    await shop.later(3);
    expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual([null]);
    await repeatDeliveries(shop);
  },
);

test("a problem that is moved to where it is called none takes no open question with it", async () => {
  const shop = await openShop();
  const files = { ".github/outcome.yml": "{}\n" };
  const to = shop.people.createRepository({ name: "acme/ideas", files });
  const issue = shop.issue({ labels: ["problem"] });
  await shop.later(3);
  const moved = shop.people.transferIssue({ issue, to, by: "ada" });
  await shop.later(3);
  expect(moved.labels).toEqual([]);
  expect(ownComments(moved).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("what a person did to the comment stands when the problem is closed and opened again", async () => {
  const shop = await openShop();
  const issue = shop.issue({ labels: ["problem"] });
  await shop.later(3);
  const [comment] = ownComments(issue);
  if (comment === undefined) throw new Error("There is no comment");
  shop.people.hideComment({ comment, reason: "off-topic", by: "ada" });
  shop.people.closeIssue({ issue, by: "ada" });
  await shop.settle();
  shop.people.reopenIssue({ issue, by: "ada" });
  await shop.later(3);
  expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual(["off-topic"]);
  await repeatDeliveries(shop);
});

test("a problem from before the configuration hears nothing until its author edits it", async () => {
  const shop = await openShop({ config: null });
  const issue = shop.issue({ labels: ["problem"] });
  await shop.later(60);
  shop.people.commitFiles({ repository: shop.repository, files: { ".github/outcome.yml": "{}\n" }, by: "ada" });
  shop.people.addLabel({ on: issue, label: "frontend", by: "ada" });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  await edit(shop, issue, "Make it bigger.");
  await shop.later(3);
  expect(ownComments(issue)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("a comment on a problem that a person deleted is not written again", async () => {
  const shop = await openShop();
  const issue = shop.issue({ labels: ["problem"] });
  await shop.later(3);
  for (const comment of ownComments(issue)) shop.people.deleteComment({ comment, by: "mia" });
  await edit(shop, issue, "Make it bigger.");
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a comment on a problem that a person hid stays hidden, also when nobody looked at it for months", async () => {
  const database = await openTestStore();
  const shop = await openShop({ database });
  const issue = shop.issue({ labels: ["problem"] });
  await shop.later(3);
  for (const comment of ownComments(issue)) shop.people.hideComment({ comment, by: "mia", reason: "resolved" });
  await forgetOldLooks(database, IN_TIME_TO_COME);
  await edit(shop, issue, "Make it bigger.");
  await shop.later(60);
  expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("a problem that its author's account left behind is asked for what is missing", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: PROBLEM, labels: ["problem"] });
  shop.people.deleteUser("mia");
  await shop.later(3);
  expect(ownComments(issue)).toHaveLength(1);
  await repeatDeliveries(shop);
});

async function edit(shop: Shop, issue: Issue, body: string): Promise<void> {
  shop.people.editIssue({ issue, by: "mia", body });
  await shop.settle();
}

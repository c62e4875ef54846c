import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { expectDone, shownOn } from "../support/after-changes.ts";
import { HYPOTHESIS, openShop, repeatDeliveries, requestsOf, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const CANARY = "Kestrel Dawn";

/** Only what is labelled counts, so that the parents decide. */
const LABELLED = { config: "problems:\n  labels: [problem]\n" };

function problem(shop: Shop, title = "Shoppers leave at the till"): Issue {
  return shop.issue({ title, body: HYPOTHESIS, labels: ["problem"] });
}

async function setParent(shop: Shop, issue: Issue, parent: Issue | null): Promise<void> {
  shop.people.setParent({ issue, parent, by: "ada" });
  await shop.settle();
}

describe("the parents of a linked issue", () => {
  test("make it a link to a problem from the moment that they are set, until they are taken off", async () => {
    const shop = await openShop(LABELLED);
    const [issue, parent] = [shop.issue(), problem(shop)];
    const pullRequest = await shop.open(`Part of #${issue.number}`);
    const before = verdictOf(shop, pullRequest);
    await setParent(shop, issue, parent);
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${parent.number}`);
    await setParent(shop, issue, null);
    expect(verdictOf(shop, pullRequest)).toBe(before);
    expect(before).not.toContain("success");
    await repeatDeliveries(shop);
  });

  test("reach down to the children of its children, five levels and no further", async () => {
    const shop = await openShop(LABELLED);
    const top = problem(shop);
    const line = Array.from({ length: 6 }, (_, level) => shop.issue({ title: `Level ${level}` }));
    for (const [level, parent] of line.slice(0, 5).entries()) {
      const child = line[level + 1];
      if (child !== undefined) shop.people.setParent({ issue: child, parent, by: "ada" });
    }
    const fifth = await shop.open(`Part of #${line[4]?.number}`);
    const sixth = await shop.open(`Part of #${line[5]?.number}`);
    const [first] = line;
    if (first === undefined) throw new Error("The line has a first");
    await setParent(shop, first, top);
    expect(verdictOf(shop, fifth)).toContain(`success: Linked to #${top.number}`);
    expect(verdictOf(shop, sixth)).not.toContain("success");
    await repeatDeliveries(shop);
  });

  test("are known by one look at each pull request, whoever was told of them first", async () => {
    const shop = await openShop(LABELLED);
    const [issue, parent] = [shop.issue(), problem(shop)];
    await shop.open(`Part of #${issue.number}`);
    shop.github.requests.clear();
    await setParent(shop, issue, parent);
    expect(requestsOf(shop, "read").filter((operation) => operation.startsWith("Thread"))).toHaveLength(1);
  });

  test("may stand in another repository, and are let go with it", async () => {
    const shop = await openShop(LABELLED);
    const goals = shop.people.createRepository({ name: "acme/goals" });
    const labels = ["problem"];
    const parent = shop.people.openIssue({ repository: goals, author: "mia", title: "Goal", body: HYPOTHESIS, labels });
    const issue = shop.issue();
    const pullRequest = await shop.open(`Part of #${issue.number}`);
    await setParent(shop, issue, parent);
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to acme/goals#${parent.number}`);
    shop.people.deleteIssue({ issue: parent, by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).not.toContain("success");
    await repeatDeliveries(shop);
  });

  test("that few may see are told from when they are shown to all, and no longer than that", async () => {
    const shop = await openShop(LABELLED);
    const goals = shop.people.createRepository({ name: "acme/goals", visibility: "private" });
    const labels = ["problem"];
    const parent = shop.people.openIssue({ repository: goals, author: "ada", title: CANARY, body: HYPOTHESIS, labels });
    const issue = shop.issue();
    const pullRequest = await shop.open(`Part of #${issue.number}`);
    await setParent(shop, issue, parent);
    expect(verdictOf(shop, pullRequest)).not.toContain("success");
    expect(shownOn(shop, pullRequest)).not.toContain("goals");
    shop.people.setVisibility({ repository: goals, visibility: "public", by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to acme/goals#${parent.number}`);
    shop.people.setVisibility({ repository: goals, visibility: "private", by: "ada" });
    await shop.settle();
    expect(shownOn(shop, pullRequest)).not.toContain("goals");
    await repeatDeliveries(shop);
  });
});

describe("an issue that moves", () => {
  test("takes the pull requests of its children along", async () => {
    const shop = await openShop(LABELLED);
    const goals = shop.people.createRepository({ name: "acme/goals" });
    shop.people.createLabel({ repository: goals, name: "problem", by: "ada" });
    const [issue, parent] = [shop.issue(), problem(shop)];
    shop.people.setParent({ issue, parent, by: "ada" });
    const pullRequest = await shop.open(`Part of #${issue.number}`);
    const moved = shop.people.transferIssue({ issue: parent, to: goals, by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to acme/goals#${moved.number}`);
    shop.people.closeIssue({ issue: moved, by: "ada" });
    shop.people.editIssue({ issue: moved, by: "ada", body: "No longer sure." });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to acme/goals#${moved.number}; no hypothesis yet`);
    await repeatDeliveries(shop);
  });

  test("twice is followed all the way, and deleted there it is told as gone from there", async () => {
    const shop = await openShop();
    const [goals, archive] = [1, 2].map((n) => shop.people.createRepository({ name: `acme/place-${n}` }));
    if (goals === undefined || archive === undefined) throw new Error("Both were made");
    const issue = shop.issue({ body: HYPOTHESIS });
    const pullRequest = await shop.open(`Part of #${issue.number}`);
    const once = shop.people.transferIssue({ issue, to: goals, by: "ada" });
    const twice = shop.people.transferIssue({ issue: once, to: archive, by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to acme/place-2#${twice.number}`);
    shop.people.deleteIssue({ issue: twice, by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).not.toContain("success");
    await repeatDeliveries(shop);
  });
});

test("a public problem wakes the pull requests of every organisation that links to it, and none without the app", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const body = `Part of acme/shop#${issue.number}`;
  const files = { ".github/outcome.yml": "{}\n" };
  const theirs = shop.people.createRepository({ name: "globex/tools", files });
  shop.people.install({ account: "globex", by: "gus" });
  shop.people.setRole({ repository: theirs, user: "gus", role: "write" });
  const pullRequest = shop.people.openPullRequest({ repository: theirs, author: "gus", title: "Sharpen it", body });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to acme/shop#${issue.number}; no hypothesis yet`);
  shop.people.editIssue({ issue, by: "mia", body: HYPOTHESIS });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to acme/shop#${issue.number}`);
  await shop.later(3);
  shop.people.uninstall({ account: "globex", by: "gus" });
  await shop.settle();
  shop.people.editIssue({ issue, by: "mia", body: "No longer sure." });
  await shop.settle();
  await expectDone(shop);
});

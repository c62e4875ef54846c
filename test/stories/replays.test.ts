import { expect, test } from "vitest";
import type { Delivery } from "../../src/sandbox/github/webhooks/outbox.ts";
import { webhooks } from "../../src/webhooks/index.ts";
import { checkOf, HYPOTHESIS, openShop, requestsOf, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

// GitHub signs the body of a delivery, and neither its id nor the name of its event: whoever got hold of one can send it
// again under others.

/** A life with a delivery of every event that the app knows, and others. */
async function wholeLife(): Promise<Shop> {
  // Bodies under another event's name cannot be read, which is told in the log.
  const shop = await openShop({ logLevel: "fatal" });
  const { people, repository } = shop;
  const [issue, parent] = [shop.issue(), shop.issue({ title: "Carts are abandoned" })];
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  people.setParent({ issue, parent, by: "ada" });
  people.addLabel({ on: issue, label: "bug", by: "ada" });
  people.comment({ on: pullRequest, body: "Which users?", by: "mia" });
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  const run = checkOf(shop, pullRequest);
  if (run === undefined) throw new Error("There is no check");
  people.rerequestCheckRun({ run, by: "ada" });
  people.rerequestCheckSuite({ suite: run.suite, by: "ada" });
  await shop.settle();
  const group = people.requestMergeGroup({ pullRequests: [pullRequest], by: "ada" });
  await shop.settle();
  people.endMergeGroup({ group, reason: "merged", by: "ada" });
  const gone = shop.issue({ title: "Never mind" });
  people.deleteIssue({ issue: gone, by: "ada" });
  people.commitFiles({ repository, by: "ada", files: { ".github/outcome.yml": "mode: require\n" } });
  people.publishRelease({ repository, tag: "v1", by: "ada" });
  people.renameRepository({ repository, name: "store", by: "ada" });
  people.deleteRepository(people.createRepository({ name: "acme/attic" }));
  people.suspend({ account: "acme", by: "ada" });
  people.unsuspend({ account: "acme", by: "ada" });
  await shop.settle();
  await shop.later(5);
  return shop;
}

/** The app still does its work: whatever came, nothing was parked or forgotten that should not be. */
async function expectAlive(shop: Shop): Promise<void> {
  const pullRequest = await shop.open("No outcome: a typo");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
}

async function tellAll(shop: Shop, deliveries: readonly Delivery[]): Promise<void> {
  const { webhooks: outbox, requests } = shop.github;
  const before = outbox.deliveries.length;
  requests.clear();
  for (const delivery of deliveries) outbox.tellAgain(delivery);
  await shop.settle();
  const answers = outbox.deliveries.slice(before).map(({ statusCode }) => statusCode);
  expect(new Set(answers)).toEqual(new Set([202]));
  expect(answers.length).toBeGreaterThanOrEqual(deliveries.length);
  expect(requestsOf(shop, "write")).toEqual([]);
}

test("every body that was ever delivered, sent again under a new id, changes nothing", async () => {
  const shop = await wholeLife();
  const told = [...shop.github.webhooks.deliveries];
  const events = new Set(told.map(({ event }) => event));
  expect(
    webhooks.map(({ event }) => event).filter((event) => !events.has(event) && event !== "installation_repositories"),
  ).toEqual([]);
  await tellAll(shop, told);
  await expectAlive(shop);
});

test("every body under the name of every other event changes nothing", async () => {
  const shop = await wholeLife();
  const told = [...shop.github.webhooks.deliveries];
  expect(told.length).toBeGreaterThan(30);
  for (const { event } of webhooks) {
    await tellAll(
      shop,
      told.filter((each) => each.event !== event).map((each) => ({ ...each, event })),
    );
  }
  await expectAlive(shop);
});

test("that a repository was taken out once is not believed for long again", async () => {
  const shop = await openShop({ logLevel: "fatal" });
  const { people, github, repository } = shop;
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  const selection = { account: "acme", by: "ada", repositories: [repository] };
  people.removeRepositoriesFromInstallation(selection);
  people.addRepositoriesToInstallation(selection);
  await shop.settle();
  const removed = github.webhooks.deliveries.find((each) => each.action === "removed");
  if (removed === undefined) throw new Error("Nothing was told");
  await tellAll(shop, [removed]);
  people.deleteIssue({ issue, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).not.toContain("success");
});

test.each(["suspend", "deleted"])(
  "what was true of an installation once (%s) is not believed again",
  async (action) => {
    const shop = await openShop({ logLevel: "fatal" });
    const { people, github } = shop;
    const issue = shop.issue();
    const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
    people.suspend({ account: "acme", by: "ada" });
    people.unsuspend({ account: "acme", by: "ada" });
    await shop.settle();
    const suspended = github.webhooks.deliveries.find((each) => each.action === "suspend");
    if (suspended === undefined) throw new Error("Nothing was told");
    await tellAll(shop, [{ ...suspended, action, payload: { ...suspended.payload, action } }]);
    await expectAlive(shop);
    // The index knows still who links to it.
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
    people.deleteIssue({ issue, by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).not.toContain("success");
  },
);

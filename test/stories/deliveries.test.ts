import { expect, test } from "vitest";
import type { Delivery } from "../../src/sandbox/github/webhooks/outbox.ts";
import {
  checkOf,
  HYPOTHESIS,
  labelsOf,
  openShop,
  ownComments,
  repeatDeliveries,
  SLUG,
  verdictOf,
} from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

test("our own writes coming back cost no request", async () => {
  const { shop, pullRequest } = await wholeLife();
  await shop.settle();
  const own = shop.github.webhooks.deliveries.filter(isOurs);
  expect(new Set(own.map(({ event, action }) => `${event} ${action}`))).toEqual(
    new Set([
      "check_run created",
      "check_run completed",
      "check_suite completed",
      "issue_comment created",
      "issues labeled",
      "pull_request labeled",
    ]),
  );
  shop.github.requests.clear();
  for (const each of own) shop.github.webhooks.tellAgain(each);
  await shop.settle();
  expect(shop.github.requests.entries).toEqual([]);
  expect(labelsOf(pullRequest)).toEqual(["outcome: pending"]);
});

test.each<{ order: string; arrange: (held: readonly Delivery[]) => readonly Delivery[] }>([
  { order: "in reverse", arrange: (held) => held.toReversed() },
  { order: "twice each", arrange: (held) => held.flatMap((each) => [each, each]) },
  { order: "the last one only", arrange: (held) => held.slice(-1) },
  { order: "the first one only", arrange: (held) => held.slice(0, 1) },
  { order: "the odd ones only", arrange: (held) => held.filter((_, index) => index % 2 === 1) },
])("deliveries that arrive $order end in what is true now", async ({ arrange }) => {
  const shop = await openShop();
  const issue = shop.issue();
  const { people, github } = shop;
  await shop.settle();
  github.webhooks.hold();
  const pullRequest = await shop.open("A nicer total.");
  people.editPullRequest({ pullRequest, by: "ada", body: `Part of #${issue.number}` });
  people.addLabel({ on: pullRequest, label: "frontend", by: "ada" });
  people.convertToDraft({ pullRequest, by: "ada" });
  people.readyForReview({ pullRequest, by: "ada" });
  people.editPullRequest({ pullRequest, by: "ada", body: `Part of #${issue.number}\n\n${HYPOTHESIS}` });
  const held = github.webhooks.held().filter(({ event }) => event === "pull_request");
  github.webhooks.deliverAutomatically();
  for (const each of arrange(held)) await github.webhooks.send(each);
  await shop.settle();
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(checkOf(shop, pullRequest)?.suite.runs).toHaveLength(1);
  expect(ownComments(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
});

test("an edit whose delivery was lost is seen by the next delivery, whatever that is about", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const { people, github } = shop;
  const pullRequest = await shop.open("A nicer total.");
  github.webhooks.hold();
  people.editPullRequest({ pullRequest, by: "ada", body: `Part of #${issue.number}\n\n${HYPOTHESIS}` });
  for (const each of github.webhooks.held()) github.webhooks.drop(each);
  github.webhooks.deliverAutomatically();
  people.addLabel({ on: pullRequest, label: "frontend", by: "mia" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  await repeatDeliveries(shop);
});

test("a merge that is heard of before the opening is followed up once", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const { people, github } = shop;
  await shop.settle();
  github.webhooks.hold();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  people.mergePullRequest({ pullRequest, by: "ada" });
  const held = github.webhooks.held();
  github.webhooks.deliverAutomatically();
  await Promise.all(held.toReversed().map((each) => github.webhooks.send(each)));
  await shop.settle();
  expect(labelsOf(pullRequest)).toEqual(["outcome: pending"]);
  expect(checkOf(shop, pullRequest)?.suite.runs).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("many edits at once end in one check with the last of them", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const { people, github } = shop;
  const pullRequest = await shop.open("A nicer total.");
  github.requests.clear();
  for (let edit = 1; edit <= 30; edit += 1) {
    people.editPullRequest({ pullRequest, by: "ada", body: `A nicer total, take ${edit}.` });
  }
  people.editPullRequest({ pullRequest, by: "ada", body: `Part of #${issue.number}\n\n${HYPOTHESIS}` });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(github.requests.of("write").length).toBeLessThan(5);
  await repeatDeliveries(shop);
});

test("a delivery with a wrong signature, and one of an unknown event, change nothing", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const opened = shop.github.webhooks.deliveries.find(({ action }) => action === "opened");
  shop.github.requests.clear();
  const forged = await post(shop, { event: "pull_request", body: JSON.stringify(opened?.payload) });
  expect(forged).toBe(401);
  shop.github.webhooks.tellAgain({ ...delivered(opened), event: "something_new", action: null });
  await shop.settle();
  expect(shop.github.webhooks.deliveries.at(-1)?.statusCode).toBe(202);
  expect(shop.github.requests.entries).toEqual([]);
  expect(ownComments(pullRequest)).toEqual([]);
});

async function wholeLife() {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  return { shop, pullRequest };
}

function isOurs({ payload }: Delivery): boolean {
  return JSON.stringify(payload["sender"]).includes(`"${SLUG}[bot]"`);
}

function delivered(delivery: Delivery | undefined): Delivery {
  if (delivery === undefined) throw new Error("Nothing was delivered");
  return delivery;
}

async function post({ app }: Shop, { event, body }: { event: string; body: string }): Promise<number> {
  const headers = {
    "content-type": "application/json",
    "x-github-event": event,
    "x-github-delivery": "5f1c0a30-0000-4000-8000-000000000000",
    "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
  };
  return (await fetch(`${app.url}/api/github/webhooks`, { method: "POST", headers, body })).status;
}

import { expect, test } from "vitest";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { HYPOTHESIS, openShop, ownComments, repeatDeliveries, requestsOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

// Mia writes the issues; what she answers in comments counts as if it stood in the text.

const PROBLEM = "Shoppers on small screens cannot see the total, so they leave at the till.";
const BELIEF = `${HYPOTHESIS}\nWe will know when abandoned carts move from 40% to 30%.`;
const EVIDENCE = "Evidence: 14 of 22 shoppers in the spring survey named it.";

test("an author who answers in a comment is heard, and the question is hidden", async () => {
  const { shop, issue } = await asked();
  say(shop, issue, EVIDENCE);
  await shop.settle();
  expect(shown(issue)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("an answer that is taken back, or edited away, is missing again", async () => {
  const { shop, issue } = await asked();
  const comment = say(shop, issue, EVIDENCE);
  await shop.settle();
  shop.people.editComment({ comment, body: "Never mind.", by: "mia" });
  await shop.settle();
  expect(shown(issue)).toEqual([null]);
  shop.people.editComment({ comment, body: EVIDENCE, by: "mia" });
  await shop.settle();
  expect(shown(issue)).toEqual(["resolved"]);
  shop.people.deleteComment({ comment, by: "ada" });
  await shop.settle();
  expect(shown(issue)).toEqual([null]);
  await repeatDeliveries(shop);
});

test("an answer inside the grace keeps us silent", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: `${PROBLEM}\n\n${BELIEF}`, labels: ["problem"] });
  await shop.settle();
  say(shop, issue, EVIDENCE);
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  await repeatDeliveries(shop);
});

test("what others say below a problem is not its statement, and asks nothing of GitHub", async () => {
  const { shop, issue } = await asked();
  shop.github.requests.clear();
  shop.people.comment({ on: issue, body: EVIDENCE, by: "olu" });
  await shop.settle();
  expect(shop.github.requests.entries).toEqual([]);
  shop.people.addLabel({ on: issue, label: "cart", by: "ada" });
  await shop.settle();
  expect(shown(issue)).toEqual([null]);
  await repeatDeliveries(shop);
});

test("an answer that somebody hid, that quotes us, or that is a command, is none", async () => {
  const { shop, issue } = await asked();
  const hidden = say(shop, issue, EVIDENCE);
  shop.people.hideComment({ comment: hidden, reason: "off-topic", by: "ada" });
  say(shop, issue, `> ${EVIDENCE}\n\nI do not know.`);
  say(shop, issue, `/outcome check ${EVIDENCE}`);
  await shop.settle();
  expect(shown(issue)).toEqual([null]);
  await repeatDeliveries(shop);
});

test("a hundred others may have commented before the author's answer is out of sight", async () => {
  const { shop, issue } = await asked();
  for (let each = 0; each < 98; each += 1) shop.people.comment({ on: issue, body: "Same here.", by: "olu" });
  say(shop, issue, EVIDENCE);
  await shop.settle();
  expect(shown(issue)).toEqual(["resolved"]);
});

test("a problem that its author answers in comments from the start to the end is asked once", async () => {
  const shop = await openShop();
  const issue = shop.issue({ title: "The total", body: "It is small.", labels: ["problem"] });
  await shop.later(3);
  for (const answer of [`Problem: ${PROBLEM}`, EVIDENCE, BELIEF]) {
    say(shop, issue, answer);
    await shop.settle();
  }
  expect(shown(issue)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("an author's comment costs one read, and one of each pull request that links to it; only what changed is written", async () => {
  const { shop, issue } = await asked();
  await shop.open(`Fixes #${issue.number}\n\nEvidence: 9 of 12 shoppers in the autumn survey named it.`);
  shop.github.requests.clear();
  say(shop, issue, "Any news?");
  await shop.settle();
  expect([...requestsOf(shop, "read"), ...requestsOf(shop, "write")]).toEqual(["Thread", "Thread"]);
  shop.github.requests.clear();
  say(shop, issue, EVIDENCE);
  await shop.settle();
  expect([...requestsOf(shop, "read"), ...requestsOf(shop, "write")]).toEqual(["Thread", "Thread", "Minimise"]);
});

/** A problem without evidence, which was asked for it. */
async function asked(): Promise<{ readonly shop: Shop; readonly issue: Issue }> {
  const shop = await openShop();
  const issue = shop.issue({ body: `${PROBLEM}\n\n${BELIEF}`, labels: ["problem"] });
  await shop.later(3);
  expect(shown(issue)).toEqual([null]);
  return { shop, issue };
}

function say(shop: Shop, issue: Issue, body: string) {
  return shop.people.comment({ on: issue, body, by: "mia" });
}

/** Of each of our comments why it is hidden; null while it is shown. */
function shown(issue: Issue): readonly (string | null)[] {
  return ownComments(issue).map(({ minimizedReason }) => minimizedReason);
}

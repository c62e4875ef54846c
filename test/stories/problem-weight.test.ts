import { expect, test } from "vitest";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { openShop, ownComments, repeatDeliveries, requestsOf, checkTextOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const PROBLEM = "## Problem\n\nShoppers on small screens cannot see the total, so they leave at the till.";

/** Reported by Mia, joined by Olu and Ada; two more reports of it are marked as duplicates. */
function joinIn(shop: Shop, issue: Issue): void {
  const { people } = shop;
  for (const by of ["olu", "ada"]) {
    people.react({ on: issue, by, content: "+1" });
    people.comment({ on: issue, body: "Same here.", by });
  }
  people.react({ on: issue, by: "olu", content: "-1" });
  for (const title of ["No total", "Where is the total?"]) {
    people.markAsDuplicate({ issue: shop.issue({ title }), of: issue, by: "ada" });
  }
  const other = { issue: shop.issue({ title: "Another thing" }), of: issue, by: "ada" };
  people.markAsDuplicate(other);
  people.unmarkAsDuplicate(other);
}

test("a problem without evidence is told what stands behind it, in counts and without names", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: PROBLEM, labels: ["problem"] });
  joinIn(shop, issue);
  await shop.later(3);
  const [comment] = ownComments(issue);
  expect(comment?.body).toContain("Behind this problem: 2 reactions, 3 people, 2 duplicates.");
  expect(comment?.body).not.toMatch(/olu|ada|mia/i);
  await repeatDeliveries(shop);
});

test("a pull request shows what stands behind its problem, with no request more", async () => {
  const shop = await openShop();
  const evidence =
    "## Evidence\n\nReported in https://support.example/t/81 and by a shopper:\n\n> I never know what I pay.";
  const issue = shop.issue({ body: `${PROBLEM}\n\n${evidence}` });
  joinIn(shop, issue);
  await shop.settle();
  shop.github.requests.clear();
  const pullRequest = await shop.open(`Fixes #${issue.number}`);
  expect(requestsOf(shop, "read")).toEqual(["Thread"]);
  expect(checkTextOf(shop, pullRequest)).toMatch(
    new RegExp(`Behind #${issue.number}: 2 reactions, 3 people, 2 duplicates`),
  );
  await repeatDeliveries(shop);
});

test("who only answers what became of the work on it is not counted", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: PROBLEM });
  joinIn(shop, issue);
  await shop.settle();
  shop.people.setRole({ repository: shop.repository, user: "max", role: "write" });
  const told = shop.people.comment({ on: issue, by: "max", body: "/outcome validated Carts are kept." });
  await shop.settle();
  expect(told.reactions).toHaveLength(1);
  const pullRequest = await shop.open(`Fixes #${issue.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain(`Behind #${issue.number}: 2 reactions, 3 people, 2 duplicates`);
});

test("where nobody joined in, nothing is said of it", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: PROBLEM, labels: ["problem"] });
  await shop.later(3);
  expect(ownComments(issue).map(({ body }) => body)).toEqual([expect.not.stringContaining("Behind")]);
  await repeatDeliveries(shop);
});

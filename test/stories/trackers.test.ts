import { expect, test } from "vitest";
import { checkTextOf, HYPOTHESIS, openShop, ownComments, repeatDeliveries, verdictOf } from "../support/shop.ts";

const config = `
trackers:
  - name: jira
    url: https://acme.example.com/browse/{key}
`;

test("a key of the team's tracker in the title links, is shown as not verified, and nobody asks the tracker", async () => {
  const shop = await openShop({ config });
  const pullRequest = await shop.open(HYPOTHESIS, { title: "SHOP-12: Show the total" });
  expect(verdictOf(shop, pullRequest)).toBe("success: Linked, follow-up 14 days after merge");
  expect(checkTextOf(shop, pullRequest)).toContain(
    "[SHOP-12](https://acme.example.com/browse/SHOP-12) of jira in the title (not verified)",
  );
  await shop.later(60);
  expect(ownComments(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
});

test("work that is linked by such a key alone is followed up", async () => {
  const shop = await openShop({ config });
  const pullRequest = await shop.open(`Fixes SHOP-12\n\n${HYPOTHESIS}`);
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  expect(pullRequest.labels.map(({ name }) => name)).toEqual(["outcome: pending"]);
  await repeatDeliveries(shop);
});

test("where no tracker is configured a key is a word like any other", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open(`Fixes SHOP-12\n\n${HYPOTHESIS}`, { title: "SHOP-12: Show the total" });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).not.toContain("SHOP-12");
  await repeatDeliveries(shop);
});

test("a tracker that is not configured as it must be is told with its line", async () => {
  const shop = await openShop({ config: "trackers:\n  - jira\n  - name: help\n" });
  const pullRequest = await shop.open("Text");
  expect(checkTextOf(shop, pullRequest)).toContain("line 3, column 11: trackers[1].name must be one of jira");
  expect(checkTextOf(shop, pullRequest)).toContain("or have a pattern, not help.");
  await repeatDeliveries(shop);
});

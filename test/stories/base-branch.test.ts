import { expect, test } from "vitest";
import { checkTextOf, HYPOTHESIS, openShop, ownComments, repeatDeliveries, verdictOf } from "../support/shop.ts";
import type { Shop, ShopOptions } from "../support/shop.ts";

/** A shop with a branch for what is already out. */
async function openShopWithStable(options: ShopOptions = {}): Promise<Shop> {
  const shop = await openShop(options);
  const { repository, people } = shop;
  people.commitFiles({ repository, branch: "stable", files: { "stable.txt": "stable\n" }, by: "ada" });
  return shop;
}

test("a pull request that goes into an exempt branch is asked nothing any more, and is asked again when it comes back", async () => {
  const shop = await openShopWithStable({ config: "exemptions:\n  base_branches: [stable]\n" });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual([null]);
  shop.people.editPullRequest({ pullRequest, by: "ada", base: "stable" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("skipped: Not asked: an exempt base branch");
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  shop.people.editPullRequest({ pullRequest, by: "ada", base: "main" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("a link that GitHub drops with the base is taken from the text, and the problem goes on waking the pull request", async () => {
  const shop = await openShopWithStable();
  const issue = shop.issue({ body: HYPOTHESIS });
  const pullRequest = await shop.open(`Fixes #${issue.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain("in GitHub's development links");
  shop.people.editPullRequest({ pullRequest, by: "ada", base: "stable" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(checkTextOf(shop, pullRequest)).not.toContain("in GitHub's development links");
  shop.people.editIssue({ issue, by: "mia", body: "No longer sure." });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${issue.number}; no hypothesis yet`);
  await repeatDeliveries(shop);
});

test("when the default branch changes, the links of pull requests into the old one are read from their text", async () => {
  const shop = await openShopWithStable();
  const issue = shop.issue({ body: HYPOTHESIS });
  const pullRequest = await shop.open("A nicer total.");
  shop.people.linkInSidebar({ pullRequest, issue });
  await shop.edit(pullRequest, "A much nicer total.");
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  const { repository, people } = shop;
  people.commitFiles({ repository, branch: "stable", files: { ".github/outcome.yml": "{}\n" }, by: "ada" });
  people.setDefaultBranch({ repository, branch: "stable", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

import { expect, test } from "vitest";
import { unheard } from "../support/after-changes.ts";
import { DAY, mergeFor, openFollowingShop } from "../support/follow-up-stories.ts";
import { labelsOf, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";

const BROKEN = "mode: perhaps\n";

async function configure(shop: Shop, text: string): Promise<void> {
  shop.people.commitFiles({ repository: shop.repository, by: "ada", files: { ".github/outcome.yml": text } });
  await shop.settle();
}

async function hours(shop: Shop, count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    await shop.later(60);
    await shop.later(2);
  }
}

/** What the app asked of the installation in the hour that passes. */
async function askedInAnHour(shop: Shop): Promise<readonly string[]> {
  shop.github.requests.clear();
  await hours(shop, 1);
  const ours = shop.github.requests.entries.filter(({ installationId }) => installationId !== null);
  return ours.map(({ operation }) => operation);
}

const SWEEP = ["Configuration", "SweepOpen", "SweepChanged"];

test("what is merged under a first configuration that stays broken for weeks is followed up once it is repaired", async () => {
  const shop = await openFollowingShop({ config: BROKEN, database: await openTestStore() });
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await hours(shop, 1);
  await shop.away(16 * DAY, () => {});
  await hours(shop, 1);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([[], []]);
  await configure(shop, "{}\n");
  await hours(shop, 1);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: due"], ["outcome: due"]]);
});

test("while the configuration is broken a sweep wakes nothing again, whatever was merged and edited meanwhile", async () => {
  const shop = await openFollowingShop();
  await hours(shop, 1);
  await configure(shop, BROKEN);
  const [linked, edited] = [shop.issue(), shop.issue()];
  const open = await shop.open(`Part of #${edited.number}`);
  await mergeFor(shop, linked);
  shop.people.editIssue({ issue: edited, by: "mia", body: "It scrolls away." });
  await hours(shop, 2);
  expect(verdictOf(shop, open)).toContain("The configuration");
  expect(await askedInAnHour(shop)).toEqual(SWEEP);
});

test("who sees a repository with a broken configuration changes: each open pull request is looked at once more", async () => {
  const shop = await openFollowingShop({ visibility: "private" });
  const open = await shop.open("A nicer total.");
  await hours(shop, 2);
  await configure(shop, BROKEN);
  expect(verdictOf(shop, open)).toContain("The configuration");
  const publish = () => shop.people.setVisibility({ repository: shop.repository, visibility: "public", by: "ada" });
  await unheard(shop, publish);
  expect(await askedInAnHour(shop)).toContain("Thread");
  await hours(shop, 1);
  expect(await askedInAnHour(shop)).toEqual(SWEEP);
});

import { expect, test } from "vitest";
import { unheard } from "../support/after-changes.ts";
import {
  HYPOTHESIS,
  labelsOf,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const BY = { account: "acme", by: "ada" } as const;

async function hours(shop: Shop, count: number): Promise<void> {
  for (let i = 0; i < count * 4; i += 1) await shop.later(15);
}

test("while an installation is suspended nothing is asked of it, and afterwards all is as it should be", async () => {
  const shop = await openShop({ logLevel: "fatal" });
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  const merged = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  shop.people.suspend(BY);
  await shop.settle();
  shop.github.requests.clear();
  await shop.edit(pullRequest, "A nicer total, still.");
  shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
  await shop.settle();
  await hours(shop, 8);
  expect(shop.github.requests.entries).toEqual([]);
  expect([ownComments(pullRequest), labelsOf(merged)]).toEqual([[], []]);
  shop.people.unsuspend(BY);
  await shop.settle();
  await shop.later(3);
  expect(ownComments(pullRequest)).toHaveLength(1);
  expect(labelsOf(merged)).toEqual(["outcome: pending"]);
  expect((await shop.app.runtime.queue.counts()).dead).toBe(0);
  await repeatDeliveries(shop);
});

test("one that GitHub did not tell of is noticed, and its end as well", async () => {
  const shop = await openShop({ logLevel: "fatal", recurring: "on" });
  const pullRequest = await shop.open("A nicer total.");
  await hours(shop, 1);
  await unheard(shop, () => shop.people.suspend(BY));
  await shop.edit(pullRequest, "No outcome: a typo");
  await hours(shop, 2);
  expect(requestsOf(shop, "write").slice(-1)).not.toEqual(["checks/update"]);
  await unheard(shop, () => shop.people.unsuspend(BY));
  await hours(shop, 2);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
});

test("one of which only a refusal told is asked again after ten minutes, and not before", async () => {
  const shop = await openShop({ logLevel: "fatal" });
  const pullRequest = await shop.open("A nicer total.");
  const { queue } = shop.app.runtime;
  const [installation] = shop.github.state.installations;
  const repository = { id: shop.repository.id, owner: "acme", name: shop.repository.name };
  await unheard(shop, () => shop.people.suspend(BY));
  // Until the app's token has run out.
  await shop.later(57);
  shop.people.editPullRequest({ pullRequest, by: "ada", body: "No outcome: a typo" });
  await queue.send([
    { kind: "reconcile-pull-request", installation: installation?.id ?? 0, repository, number: pullRequest.number },
  ]);
  await shop.settle();
  await unheard(shop, () => shop.people.unsuspend(BY));
  await shop.later(5);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await shop.later(6);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
});

test("of an installation that was removed nothing is left to do", async () => {
  const shop = await openShop({ logLevel: "fatal" });
  const pullRequest = await shop.open("A nicer total.");
  shop.people.suspend(BY);
  await shop.edit(pullRequest, "A nicer total, still.");
  shop.people.uninstall(BY);
  await shop.settle();
  const { waiting, active, backingOff, delayed, dead } = await shop.app.runtime.queue.counts();
  expect({ waiting, active, backingOff, delayed, dead }).toEqual({
    waiting: 0,
    active: 0,
    backingOff: 0,
    delayed: 0,
    dead: 0,
  });
});

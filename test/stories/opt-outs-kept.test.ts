import { expect, test } from "vitest";
import { say } from "../support/commands.ts";
import { DAY, mergeFor, openFollowingShop } from "../support/follow-up-stories.ts";
import { checkTextOf, HYPOTHESIS, labelsOf, repeatDeliveries, requestsOf, SLUG, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** Of the board, which is put up a minute after something changed that it shows. */
async function optOutsOn(shop: Shop): Promise<string> {
  await shop.later(2);
  const items = [...shop.repository.items.values()];
  const board = items.find((item) => item.kind === "Issue" && item.author.login === SLUG);
  const sections = (board?.body ?? "").split(/^## /m);
  return sections.find((section) => section.startsWith("Opt-outs\n")) ?? "";
}

/** With a board, for something was merged that is followed up. */
async function openShop(): Promise<Shop> {
  const shop = await openFollowingShop();
  await mergeFor(shop, shop.issue());
  return shop;
}

const reasonsIn = (section: string) =>
  [...section.matchAll(/^\| `(.+?)` \| (\d)/gm)].map(([, what, times]) => [what, times]);

test("after a loss of the store the board tells the same of opt-outs, also of what was merged long ago", async () => {
  const shop = await openShop();
  for (const reason of ["A typo in the log", "a typo in the log"]) {
    await mergeFor(shop, null, `No outcome: ${reason}`);
  }
  const skipped = await shop.open("Moves our builds.");
  await say(shop, skipped, { by: "ada", body: "/outcome skip Nobody outside will notice" });
  shop.people.mergePullRequest({ pullRequest: skipped, by: "ada" });
  await shop.settle();
  // What was merged within two weeks is looked at once more then.
  await shop.later(15 * DAY);
  await shop.open("No outcome: only a file");
  const before = await optOutsOn(shop);
  expect(reasonsIn(before)).toEqual([
    ["a typo in the log", "2"],
    ["only a file", "1"],
    ["Nobody outside will notice", "1"],
  ]);
  await shop.away(10, () => {});
  for (let minutes = 0; minutes < 5; minutes += 1) await shop.later(1);
  expect(await optOutsOn(shop)).toBe(before);
});

test("what is merged keeps its reason in its last check, in one write, whatever is edited later", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("No outcome: a typo in the log");
  shop.github.requests.clear();
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  expect(requestsOf(shop, "write")).toEqual(["checks/update"]);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
  const kept = checkTextOf(shop, pullRequest);
  await shop.edit(pullRequest, "No outcome: it was nothing");
  await shop.edit(pullRequest, "Tidies up.");
  expect(checkTextOf(shop, pullRequest)).toBe(kept);
  expect(reasonsIn(await optOutsOn(shop))).toEqual([["a typo in the log", "1"]]);
  await repeatDeliveries(shop);
});

test("what is linked after its merge is followed up, and no opt-out any more", async () => {
  const shop = await openShop();
  const pullRequest = await mergeFor(shop, null, "No outcome: a typo in the log");
  expect(labelsOf(pullRequest)).toEqual([]);
  await shop.edit(pullRequest, `Part of #${shop.issue().number}`);
  await shop.settle();
  expect(labelsOf(pullRequest)).toEqual(["outcome: pending"]);
  expect(await optOutsOn(shop)).toBe("");
  await repeatDeliveries(shop);
});

test("what opts out after its merge is told too, and what is closed without a merge no more", async () => {
  const shop = await openShop();
  const late = await mergeFor(shop, null, "Tidies up.");
  const closed = await shop.open("No outcome: a second thought");
  expect(reasonsIn(await optOutsOn(shop))).toEqual([["a second thought", "1"]]);
  shop.people.closePullRequest({ pullRequest: closed, by: "ada" });
  await shop.edit(late, "No outcome: a typo in the log");
  expect(reasonsIn(await optOutsOn(shop))).toEqual([["a typo in the log", "1"]]);
  await repeatDeliveries(shop);
});

test("what was said before a merge is heard before anything is recorded of it, also where its delivery comes later", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open(`Part of #${shop.issue().number}\n\n${HYPOTHESIS}`);
  await say(shop, pullRequest, { by: "ada", body: "/outcome check" });
  const { webhooks } = shop.github;
  webhooks.hold();
  shop.people.comment({ on: pullRequest, by: "ada", body: "/outcome skip a spelling mistake" });
  const late = webhooks.held();
  webhooks.deliverAutomatically();
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  for (const one of late) await webhooks.send(one);
  await shop.settle();
  expect(labelsOf(pullRequest)).toEqual([]);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
});

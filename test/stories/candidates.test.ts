import { expect, test } from "vitest";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { openShop, ownComments, repeatDeliveries, requestsOf } from "../support/shop.ts";
import type { Shop, ShopOptions } from "../support/shop.ts";

const REMINDERS = "Reminder texts reach sleeping clients at night";
const AT_NIGHT = "A client in Lisbon was woken by a reminder at four. Night hours of her timezone are ignored.";
const CHANGE = {
  title: "Respect the timezone of clients in reminders",
  body: "Nobody was asleep in our tests: a reminder went out at night, and clients in Lisbon were woken.",
};

/** Words that no other problem has, so that those of a real one are rare beside them. */
function fill(shop: Shop, labels: readonly string[] = ["problem"]): void {
  const titles = ["Invoice cut", "Pump leaks", "Grid blurry", "Till stuck", "Voucher expired", "Radio silent"];
  for (const title of titles) shop.issue({ title, labels });
}

async function openFilled(options: ShopOptions = {}): Promise<Shop & { readonly reminders: Issue }> {
  const shop = await openShop(options);
  fill(shop);
  const reminders = shop.issue({ title: REMINDERS, body: AT_NIGHT, labels: ["problem"] });
  await shop.later(5);
  return { ...shop, reminders };
}

async function commentOn(shop: Shop, body: string = CHANGE.body, title: string = CHANGE.title): Promise<string> {
  const pullRequest = await shop.open(body, { title });
  await shop.later(3);
  return ownComments(pullRequest)[0]?.body ?? "";
}

test("who links no problem is shown the open one that it looks made for, as a line to paste", async () => {
  const shop = await openFilled();
  const comment = await commentOn(shop);
  expect(comment).toContain(`- \`Part of #${shop.reminders.number}\`: \`${REMINDERS}\``);
  expect(comment.match(/`Part of #\d/g)).toHaveLength(2);
  await repeatDeliveries(shop);
});

import { expect, test } from "vitest";
import { pressButton } from "../support/commands.ts";
import { openShop, repeatDeliveries, requestsOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

async function openStaffed(config = "{}\n"): Promise<Shop> {
  const shop = await openShop({ config });
  const { repository, people } = shop;
  people.setRole({ repository, user: "rea", role: "read" });
  people.setRole({ repository, user: "tara", role: "triage" });
  return shop;
}

test.each([
  ["who may write", "ada", "looks"],
  ["with triage access", "tara", "looks"],
  ["who opened the pull request", "olu", "looks"],
  ["who may only read", "rea", "refused"],
  ["whom nobody knows", "eve", "refused"],
] as const)("the check's button, pressed by somebody %s", async (_who, by, expected) => {
  const shop = await openStaffed();
  const pullRequest = await shop.open("A nicer total.", { author: "olu", fork: "author" });
  shop.github.requests.clear();
  await pressButton(shop, pullRequest, by);
  expect(requestsOf(shop, "read").includes("Thread") ? "looks" : "refused").toBe(expected);
  expect(requestsOf(shop, "write")).toEqual([]);
  await repeatDeliveries(shop);
});

test("the check's button follows what is configured for the command", async () => {
  const shop = await openStaffed("commands:\n  check: admin\n");
  const pullRequest = await shop.open("A nicer total.", { author: "olu", fork: "author" });
  shop.github.requests.clear();
  await pressButton(shop, pullRequest, "tara");
  expect(requestsOf(shop, "read")).not.toContain("Thread");
});

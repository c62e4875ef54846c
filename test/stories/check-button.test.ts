import { expect, test } from "vitest";
import { pressButton } from "../support/commands.ts";
import { checkOf, openShop, repeatDeliveries, requestsOf } from "../support/shop.ts";
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

test("a commit that is no head any more has nothing to look at, whoever presses its button", async () => {
  const shop = await openStaffed();
  const pullRequest = await shop.open("A nicer total.", { author: "olu", fork: "author" });
  const run = checkOf(shop, pullRequest);
  if (run === undefined) throw new Error("There is no check to press the button of.");
  shop.people.pushToPullRequest({ pullRequest, by: "olu" });
  await shop.settle();
  shop.github.requests.clear();
  for (const by of ["ada", "olu", "eve"]) shop.people.requestCheckAction({ run, identifier: "recheck", by });
  await shop.settle();
  expect(requestsOf(shop, "read")).not.toContain("Thread");
  expect(requestsOf(shop, "write")).toEqual([]);
});

test("while GitHub does not tell the role, it is asked again, and the button means nothing yet", async () => {
  const shop = await openStaffed();
  const pullRequest = await shop.open("A nicer total.");
  const on = "repos/get-collaborator-permission-level";
  shop.github.faults.add({ on, does: { kind: "answers", status: 502, moment: "after" }, times: 2 });
  shop.github.requests.clear();
  await pressButton(shop, pullRequest, "tara");
  await shop.later(1);
  const reads = requestsOf(shop, "read");
  expect(reads.filter((one) => one === on)).toHaveLength(3);
  expect(reads.indexOf("Thread")).toBeGreaterThan(reads.lastIndexOf(on));
});

import { expect, test } from "vitest";
import { mergeFor, openFollowingShop, until } from "../support/follow-up-stories.ts";
import { requestsOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** What the look at a home reads, and all that it writes there and on what was merged. */
function settled(shop: Shop): readonly string[] {
  const own = new Set(["Thread", "Served", "Reactions", "repos/get-collaborator-permission-level"]);
  const written = requestsOf(shop, "write").filter((one) => /label|comment/.test(one) && one !== "issues/create-label");
  return [...requestsOf(shop, "read").filter((one) => own.has(one)), ...written];
}

test("a home is looked at in two requests, three once people were asked, and each label and comment is one more", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-17T09:59:00Z");
  shop.github.requests.clear();
  await until(shop, "2026-03-17T10:01:00Z");
  expect(settled(shop)).toEqual([
    "Thread",
    "Served",
    "issues/create-comment",
    "issues/add-labels",
    "issues/remove-label",
    "issues/add-labels",
    "issues/remove-label",
  ]);
  await until(shop, "2026-03-24T09:59:00Z");
  shop.github.requests.clear();
  await until(shop, "2026-03-24T10:01:00Z");
  expect(settled(shop)).toEqual(["Thread", "Served", "Reactions", "issues/create-comment"]);
});

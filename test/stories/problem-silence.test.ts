import { expect, test } from "vitest";
import { HYPOTHESIS, openShop, ownComments, requestsOf } from "../support/shop.ts";

const ROLE = "repos/get-collaborator-permission-level";

test("while GitHub does not tell a role, a problem is not asked, and looked at ever more seldom", async () => {
  const shop = await openShop();
  const issue = shop.issue({ body: "Shoppers on small screens cannot see the total.", labels: ["problem"] });
  await shop.settle();
  shop.people.comment({ on: issue, by: "ada", body: `/outcome hypothesis ${HYPOTHESIS}` });
  await shop.settle();
  shop.github.faults.add({ on: ROLE, does: { kind: "answers", status: 500, moment: "before" }, times: 10_000 });
  shop.people.editIssue({ issue, by: "mia", body: "Shoppers on small screens cannot see the total, so they leave." });
  const readsOf = async (minutes: number) => {
    shop.github.requests.clear();
    for (let minute = 0; minute < minutes; minute += 1) await shop.later(1);
    return requestsOf(shop, "read").filter((one) => one === "Thread").length;
  };
  const first = await readsOf(30);
  expect(first).toBeGreaterThan(0);
  expect(await readsOf(30)).toBeLessThan(first / 2);
  expect(ownComments(issue)).toEqual([]);
});

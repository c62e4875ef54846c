import { expect, test } from "vitest";
import { HYPOTHESIS, labelsOf, openShop, verdictOf } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";

/** More for the one repository than are asked for one by one. */
const [PULL_REQUESTS, MISSED] = [20, 200];

test("after 71 hours away every pull request is right within 15 minutes", { timeout: 120_000 }, async () => {
  const shop = await openShop({ config: "mode: require\n", recurring: "on", database: await openTestStore() });
  const issue = shop.issue();
  const good = `Fixes #${issue.number}\n\n${HYPOTHESIS}`;
  const opened = Array.from({ length: PULL_REQUESTS }, (_, i) =>
    shop.people.openPullRequest({ repository: shop.repository, author: "ada", title: `Change ${i}`, body: good }),
  );
  for (let minute = 0; minute < 15; minute += 1) await shop.later(1);
  const [merged, ...open] = opened;
  if (merged === undefined) throw new Error("None was opened");
  await shop.away(71 * 60, () => {
    for (let edit = 0; edit < MISSED; edit += 1) {
      const pullRequest = open[edit % open.length];
      if (pullRequest !== undefined) shop.people.editPullRequest({ pullRequest, by: "ada", body: `Take ${edit}.` });
    }
    shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
  });
  let minutes = 0;
  const wrong = () => open.filter((one) => verdictOf(shop, one) !== "failure: No problem is linked yet").length;
  while (minutes < 15 && (wrong() > 0 || labelsOf(merged).length === 0)) {
    await shop.later(1);
    minutes += 1;
  }
  expect(wrong()).toBe(0);
  expect(labelsOf(merged)).toEqual(["outcome: pending"]);
});

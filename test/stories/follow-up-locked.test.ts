import { expect, test } from "vitest";
import { say } from "../support/commands.ts";
import { mergeFor, openFollowingShop, questionsOn, remindersOn, until } from "../support/follow-up-stories.ts";
import { HYPOTHESIS, labelsOf, ownComments } from "../support/shop.ts";

test.each(["problem", "pull request"])(
  "nobody is asked in the locked conversation of a %s, no label says so, and it is asked once as soon as it is unlocked",
  async (place) => {
    const shop = await openFollowingShop({ config: "problems:\n  repositories: [acme/shop, acme/ideas]\n" });
    const ideas = shop.people.createRepository({ name: "acme/ideas", visibility: "public", files: {} });
    const elsewhere = shop.people.openIssue({ repository: ideas, author: "mia", title: "The total is hidden" });
    const issue = place === "problem" ? shop.issue() : null;
    const about = issue === null ? `Part of acme/ideas#${elsewhere.number}\n\n${HYPOTHESIS}` : HYPOTHESIS;
    const pullRequest = await mergeFor(shop, issue, about);
    const home = issue ?? pullRequest;
    shop.people.lock({ on: home, by: "ada" });
    await until(shop, "2026-03-17T10:01:00Z");
    await until(shop, "2026-03-24T10:01:00Z");
    expect([home, pullRequest].map(labelsOf)).toEqual([["outcome: pending"], ["outcome: pending"]]);
    await shop.later(2);
    const board = [...shop.repository.items.values()].find(({ title }) => title.startsWith("What we learned"));
    expect(board?.body).toContain("not yet; its day was");
    await until(shop, "2026-03-26T15:00:00Z");
    shop.people.unlock({ on: home, by: "ada" });
    await shop.settle();
    expect([home, pullRequest].map(labelsOf)).toEqual([["outcome: due"], ["outcome: due"]]);
    await until(shop, "2026-03-31T10:01:00Z");
    expect([questionsOn(home).length, remindersOn(home).length]).toEqual([1, 1]);
  },
);

test("what is locked before it was asked can be answered, and is not asked when it is unlocked", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  shop.people.lock({ on: issue, by: "ada" });
  await until(shop, "2026-03-17T10:01:00Z");
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  expect([issue, pullRequest].map(labelsOf)).toEqual([["outcome: validated"], ["outcome: validated"]]);
  shop.people.unlock({ on: issue, by: "ada" });
  await shop.settle();
  expect(questionsOn(issue)).toEqual([]);
});

/** Asked, locked, and then left alone until the reminder and the end would have come. */
async function lockOnceAsked() {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  shop.people.lock({ on: issue, by: "ada" });
  for (const day of ["24", "31"]) await until(shop, `2026-03-${day}T10:05:00Z`);
  return { shop, issue, pullRequest };
}

test("a question whose conversation is locked later ends unmeasured in its time, without a reminder", async () => {
  const { issue, pullRequest } = await lockOnceAsked();
  expect([issue, pullRequest].map(labelsOf)).toEqual([["outcome: unmeasured"], ["outcome: unmeasured"]]);
  expect(ownComments(issue)).toHaveLength(1);
});

test("a question that is unlocked again before its end is reminded of", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  shop.people.lock({ on: issue, by: "ada" });
  await until(shop, "2026-03-24T10:01:00Z");
  expect(remindersOn(issue)).toEqual([]);
  shop.people.unlock({ on: issue, by: "ada" });
  await shop.settle();
  expect(remindersOn(issue)).toHaveLength(1);
  await until(shop, "2026-04-07T10:01:00Z");
  expect([questionsOn(issue).length, remindersOn(issue).length, labelsOf(issue)]).toEqual([
    1,
    1,
    ["outcome: unmeasured"],
  ]);
});

test("what ended while its conversation was locked stays so when it is unlocked", async () => {
  const { shop, issue, pullRequest } = await lockOnceAsked();
  const later = await mergeFor(shop, issue);
  shop.people.unlock({ on: issue, by: "ada" });
  await shop.settle();
  await until(shop, "2026-04-07T10:05:00Z");
  expect([remindersOn(issue).length, [pullRequest, later].map(labelsOf)]).toEqual([
    0,
    [["outcome: unmeasured"], ["outcome: pending"]],
  ]);
  await until(shop, "2026-04-21T10:05:00Z");
  expect([questionsOn(issue).length, labelsOf(later)]).toEqual([2, ["outcome: due"]]);
});

import { expect, test } from "vitest";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { say } from "../support/commands.ts";
import { mergeFor, openFollowingShop, questionsOn, remindersOn, until } from "../support/follow-up-stories.ts";
import { labelsOf, ownComments } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** The app starts with an empty store, and reads back what it can. */
async function loseStore(shop: Shop) {
  await shop.away(1, () => {});
  await shop.later(5);
}

/** The problem is gone, with all that was asked and said there. */
const gone: readonly [string, (shop: Shop, issue: Issue) => void][] = [
  ["deleted", ({ people }, issue) => people.deleteIssue({ issue, by: "ada" })],
  [
    "moved",
    ({ people }, issue) => {
      const to = people.createRepository({ name: "acme/ideas" });
      people.transferIssue({ issue, to, by: "ada" });
    },
  ],
];

test.each(gone)(
  "what was answered before its problem was %s and the store was lost is not asked again",
  async (_title, go) => {
    const shop = await openFollowingShop();
    const issue = shop.issue();
    const pullRequest = await mergeFor(shop, issue);
    await until(shop, "2026-03-17T10:01:00Z");
    await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
    go(shop, issue);
    await loseStore(shop);
    await until(shop, "2026-04-28T10:01:00Z");
    expect(ownComments(pullRequest)).toEqual([]);
    expect(labelsOf(pullRequest)).toEqual(["outcome: validated"]);
    // The latest word stands, whoever said what came before.
    await say(shop, pullRequest, { by: "ada", body: "/outcome invalidated They are back." });
    expect(labelsOf(pullRequest)).toEqual(["outcome: invalidated"]);
    expect(questionsOn(pullRequest)).toEqual([]);
  },
);

const losses: readonly [string, (shop: Shop) => Promise<void>][] = [
  ["with its store", (shop) => shop.settle()],
  ["with a lost store", loseStore],
];

test.each(losses)(
  "what was asked before its problem was deleted is not asked again by an app %s, and can be answered",
  async (_title, lose) => {
    const shop = await openFollowingShop();
    const issue = shop.issue();
    const [first, second] = [await mergeFor(shop, issue), await mergeFor(shop, issue)];
    await until(shop, "2026-03-17T10:01:00Z");
    expect(questionsOn(issue)).toHaveLength(1);
    shop.people.deleteIssue({ issue, by: "ada" });
    await lose(shop);
    await until(shop, "2026-03-24T10:01:00Z");
    expect([first, second].map(labelsOf)).toEqual([["outcome: due"], ["outcome: due"]]);
    await until(shop, "2026-04-07T10:01:00Z");
    expect([first, second].map(labelsOf)).toEqual([["outcome: unmeasured"], ["outcome: unmeasured"]]);
    expect([first, second].map(ownComments)).toEqual([[], []]);
    await lose(shop);
    await until(shop, "2026-04-28T10:01:00Z");
    expect([first, second].map(labelsOf)).toEqual([["outcome: unmeasured"], ["outcome: unmeasured"]]);
    await say(shop, second, { by: "ada", body: "/outcome inconclusive Two things changed at once." });
    expect([first, second].map(labelsOf)).toEqual([["outcome: inconclusive"], ["outcome: inconclusive"]]);
    expect([first, second].map(questionsOn)).toEqual([[], []]);
  },
);

test("what was not asked yet when its problem was deleted is asked once, whatever becomes of the store", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const [first, second] = [await mergeFor(shop, issue), await mergeFor(shop, issue)];
  shop.people.deleteIssue({ issue, by: "ada" });
  await loseStore(shop);
  await until(shop, "2026-03-17T10:01:00Z");
  await loseStore(shop);
  await until(shop, "2026-03-24T10:01:00Z");
  await loseStore(shop);
  expect([first, second].map((one) => [questionsOn(one).length, remindersOn(one).length])).toEqual([
    [1, 1],
    [0, 0],
  ]);
});

import { expect, test } from "vitest";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { say } from "../support/commands.ts";
import { mergeFor, openFollowingShop, questionsOn, remindersOn, until } from "../support/follow-up-stories.ts";
import { labelsOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** What strangers wrote below an issue, without a delivery of each. */
function crowd({ people }: Shop, issue: Issue, count: number): void {
  const first = people.comment({ on: issue, by: "mia", body: "Me too" });
  const others = Array.from({ length: count - 1 }, (_, at) => {
    return { ...first, id: first.id + (at + 1) / 10_000, nodeId: `IC_crowd${at}` };
  });
  issue.comments.push(...others);
}

test("below 3,000 comments people are asked once, reminded once, and heard", { timeout: 120_000 }, async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  crowd(shop, issue, 3_000);
  const pullRequest = await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  await shop.later(5);
  expect([questionsOn(issue).length, labelsOf(issue)]).toEqual([1, ["outcome: due"]]);
  // With an empty store, in which nothing tells that anybody was asked.
  await shop.away(1, () => {});
  await until(shop, "2026-03-24T10:01:00Z");
  await shop.later(5);
  expect([questionsOn(issue).length, remindersOn(issue).length]).toEqual([1, 1]);
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  await shop.later(5);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: validated"], ["outcome: validated"]]);
  expect(questionsOn(issue)[0]?.body).toContain("Fewer carts are left.");
});

test("while GitHub does not answer for a long thread nobody is asked, and once it does people are, once", async () => {
  const shop = await openFollowingShop({ logLevel: "fatal" });
  const issue = shop.issue();
  await mergeFor(shop, issue);
  crowd(shop, issue, 200);
  shop.github.faults.add({ on: "Comments", does: { kind: "answers", status: 502, moment: "before" }, times: 1000 });
  await until(shop, "2026-03-17T10:01:00Z");
  await shop.later(60);
  expect(questionsOn(issue)).toEqual([]);
  shop.github.faults.clear();
  await shop.later(5);
  await shop.later(5);
  expect(questionsOn(issue)).toHaveLength(1);
});

test("an outcome that a person put on by hand stands, however often others label since", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  shop.people.addLabel({ on: issue, label: "outcome: validated", by: "ada" });
  await shop.settle();
  for (let i = 0; i < 60; i += 1) {
    shop.people.addLabel({ on: issue, label: "stale", by: "mia" });
    shop.people.removeLabel({ on: issue, label: "stale", by: "mia" });
  }
  await shop.away(0, () => {});
  await until(shop, "2026-03-17T10:05:00Z");
  expect([labelsOf(issue), questionsOn(issue)]).toEqual([["outcome: validated"], []]);
});

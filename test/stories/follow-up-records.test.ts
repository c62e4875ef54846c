import { expect, test } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { suitesFor } from "../../src/sandbox/github/state/checks.ts";
import { say } from "../support/commands.ts";
import { DAY, mergeFor, openFollowingShop, questionsOn, remindersOn, until } from "../support/follow-up-stories.ts";
import { labelsOf } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";

// GitHub deletes the data of a check about 400 days after it was written.

function forgetChecks({ repository, head }: PullRequest): void {
  for (const suite of suitesFor(repository, head.oid)) suite.runs.length = 0;
}

test("what is asked about after GitHub has deleted the check of the merge is asked with what was believed then", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  forgetChecks(pullRequest);
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\nWe believe a green button for everybody will double sales.`);
  await until(shop, "2026-03-17T09:59:00Z");
  expect([labelsOf(issue), questionsOn(issue)]).toEqual([["outcome: pending"], []]);
  await until(shop, "2026-03-17T10:01:00Z");
  const [question, ...others] = questionsOn(issue);
  expect(others).toEqual([]);
  expect(question?.body).toContain("the price is no surprise");
  expect(question?.body).not.toContain("green button");
  expect(question?.body).toContain("(the description was edited after the merge; this is what was read then)");
});

test("where the record is nowhere any more, what was found out while it was stays as it is", async () => {
  const database = await openTestStore();
  const shop = await openFollowingShop({ database });
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  const noted = () => database.query("SELECT summary FROM outcome.follow_ups WHERE summary IS NOT NULL");
  const [before, words] = [await noted(), questionsOn(issue)[0]?.body];
  forgetChecks(pullRequest);
  await database.query("UPDATE outcome.served SET record = NULL");
  await database.query("UPDATE outcome.follow_ups SET next_at = to_timestamp(0)");
  await shop.later(2);
  await shop.later(2 * DAY);
  expect(await noted()).toEqual(before);
  expect(before).toHaveLength(1);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: validated"], ["outcome: validated"]]);
  expect(questionsOn(issue)[0]?.body).toBe(words);
});

test("what has no record left is waited for a day, and from then on it keeps nobody from being asked about the rest", async () => {
  const database = await openTestStore();
  const shop = await openFollowingShop({ database });
  const issue = shop.issue();
  const [kept, lost] = [await mergeFor(shop, issue), await mergeFor(shop, issue)];
  forgetChecks(lost);
  await database.query("UPDATE outcome.served SET record = NULL WHERE number = $1", [lost.number]);
  await until(shop, "2026-03-17T10:01:00Z");
  expect(questionsOn(issue)).toEqual([]);
  await shop.later(DAY);
  expect(questionsOn(issue)).toHaveLength(1);
  expect(questionsOn(issue)[0]?.body).toContain(`#${kept.number}`);
  await until(shop, "2026-03-24T09:59:00Z");
  expect(remindersOn(issue)).toEqual([]);
  await until(shop, "2026-03-24T10:01:00Z");
  expect(remindersOn(issue)).toHaveLength(1);
});

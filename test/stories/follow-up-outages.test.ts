import { expect, test } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { reactionsTo, say } from "../support/commands.ts";
import { mergeFor, openFollowingShop, questionsOn, remindersOn, until } from "../support/follow-up-stories.ts";
import { HYPOTHESIS, labelsOf, ownComments } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const MINUTES_A_DAY = 24 * 60;

/** The app stops, and starts again after so long with the store that is given, or an empty one. */
async function away(shop: Shop, days: number) {
  await shop.away(days * MINUTES_A_DAY, () => {});
  await shop.later(1);
}

test("a slot that passes while the app is away is made up for once it is back", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-12T10:00:00Z");
  await away(shop, 8);
  await shop.later(5);
  expect(questionsOn(issue)).toHaveLength(1);
  expect(labelsOf(issue)).toEqual(["outcome: due"]);
  await away(shop, 1);
  await shop.later(5);
  expect(questionsOn(issue)).toHaveLength(1);
});

test("what was due for months while the app was away is not asked any more, the rest once, and an answer counts", async () => {
  const shop = await openFollowingShop();
  const [long, late] = [shop.issue(), shop.issue()];
  await mergeFor(shop, long);
  await until(shop, "2026-03-12T10:00:00Z");
  await mergeFor(
    shop,
    late,
    `${HYPOTHESIS}

Window: 3 months`,
  );
  await away(shop, 120);
  await shop.later(5);
  expect([labelsOf(long), ownComments(long)]).toEqual([["outcome: unmeasured"], []]);
  expect([labelsOf(late), questionsOn(late).length]).toEqual([["outcome: due"], 1]);
  const answer = await say(shop, long, { by: "ada", body: "/outcome validated They find it." });
  expect([reactionsTo(answer), labelsOf(long), ownComments(long)]).toEqual([["+1"], ["outcome: validated"], []]);
});

test.each([
  ["months", { days: 120, label: "outcome: unmeasured", asked: 0 }],
  ["weeks", { days: 21, label: "outcome: due", asked: 1 }],
])("switched on again after %s, the app asks about what was due lately", async (_title, { days, label, asked }) => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  const { repository, people } = shop;
  people.commitFiles({ repository, by: "ada", files: { ".github/outcome.yml": "enabled: false\n" } });
  await shop.later(days * MINUTES_A_DAY);
  expect([labelsOf(issue), ownComments(issue)]).toEqual([["outcome: pending"], []]);
  people.commitFiles({ repository, by: "ada", files: { ".github/outcome.yml": "{}\n" } });
  await shop.later(5);
  expect([labelsOf(issue), questionsOn(issue).length]).toEqual([[label], asked]);
});

test("a store that is lost is made up for from GitHub: the same dates, and nobody is asked twice", async () => {
  const shop = await openFollowingShop();
  const [asked, answered, waiting] = [shop.issue(), shop.issue(), shop.issue()];
  await mergeFor(shop, asked);
  await mergeFor(shop, answered);
  await until(shop, "2026-03-17T10:01:00Z");
  await say(shop, answered, { by: "ada", body: "/outcome validated Fewer carts are left." });
  await mergeFor(shop, waiting);
  await away(shop, 0);
  await shop.later(5);
  expect([asked, answered, waiting].map(labelsOf)).toEqual([
    ["outcome: due"],
    ["outcome: validated"],
    ["outcome: pending"],
  ]);
  expect([asked, answered, waiting].map((issue) => questionsOn(issue).length)).toEqual([1, 1, 0]);
  await until(shop, "2026-03-24T10:01:00Z");
  await until(shop, "2026-04-07T09:59:00Z");
  expect(questionsOn(waiting)).toEqual([]);
  await until(shop, "2026-04-07T10:01:00Z");
  expect([asked, answered, waiting].map((issue) => questionsOn(issue).length)).toEqual([1, 1, 1]);
  expect([asked, answered, waiting].map(labelsOf)).toEqual([
    ["outcome: unmeasured"],
    ["outcome: validated"],
    ["outcome: due"],
  ]);
});

test("a question whose writing failed after it was written is not written twice", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  shop.github.faults.add({
    on: "issues/create-comment",
    does: { kind: "answers", status: 500, moment: "after" },
    times: 1,
  });
  await until(shop, "2026-03-17T10:01:00Z");
  for (let minute = 0; minute < 5; minute += 1) await shop.later(1);
  expect(questionsOn(issue)).toHaveLength(1);
  expect(labelsOf(issue)).toEqual(["outcome: due"]);
});

test("where a question is refused it is tried again at the next slot, and not before", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  shop.github.faults.add({
    on: "issues/create-comment",
    does: { kind: "answers", status: 403, moment: "before" },
    times: 1000,
  });
  await until(shop, "2026-03-17T10:01:00Z");
  shop.github.requests.clear();
  for (let minute = 0; minute < 30; minute += 1) await shop.later(1);
  expect(shop.github.requests.entries.filter(({ operation }) => operation === "Served")).toEqual([]);
  expect(ownComments(issue)).toEqual([]);
  shop.github.faults.clear();
  shop.github.requests.clear();
  await until(shop, "2026-03-24T10:01:00Z");
  expect([questionsOn(issue).length, listedOn(shop)]).toEqual([1, 0]);
});

const unconfirmed = {
  on: "issues/create-comment",
  does: { kind: "answers", status: 500, moment: "after" },
  times: 1,
} as const;

/** Comments that were written, those that were deleted again among them: each notified somebody. */
function writtenOn(shop: Shop): number {
  return shop.github.requests.entries.filter(({ operation }) => operation === "issues/create-comment").length;
}

function listedOn(shop: Shop): number {
  return shop.github.requests.entries.filter(({ operation }) => operation === "issues/list-comments").length;
}

async function minutes(shop: Shop, count: number) {
  for (let minute = 0; minute < count; minute += 1) await shop.later(1);
}

test("a question and a reminder whose writing was not confirmed are not written twice where GitHub's copies lag", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  shop.github.copies.behindMs = 5 * 60_000;
  for (const slot of ["2026-03-17T10:00:00Z", "2026-03-24T10:00:00Z"]) {
    await until(shop, slot.replace("10:00:00", "09:59:00"));
    shop.github.requests.clear();
    shop.github.faults.add(unconfirmed);
    await minutes(shop, 10);
    expect(writtenOn(shop)).toBe(1);
    await until(shop, slot.replace("10:00:00", "11:00:00"));
    expect(writtenOn(shop)).toBe(1);
  }
  expect([questionsOn(issue).length, remindersOn(issue).length]).toEqual([1, 1]);
});

/** The delivery about a comment comes only once GitHub's copies show it; what we write then they do not show yet. */
async function sayBeforehand(shop: Shop, on: PullRequest, body: string) {
  const { webhooks } = shop.github;
  webhooks.hold();
  shop.people.comment({ on, by: "ada", body });
  await minutes(shop, 6);
  webhooks.deliverAutomatically();
  for (const delivery of webhooks.held()) await webhooks.send(delivery);
  await shop.settle();
}

test.each([
  ["was confirmed", null],
  ["was not confirmed", unconfirmed],
])("an answer is quoted once where GitHub's copies do not show the quote yet, which %s", async (_title, fault) => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const merged = await mergeFor(shop, issue);
  shop.github.copies.behindMs = 5 * 60_000;
  shop.github.requests.clear();
  if (fault !== null) shop.github.faults.add(fault);
  await sayBeforehand(shop, merged, "/outcome validated Fewer carts are left.");
  await minutes(shop, 2);
  expect(writtenOn(shop)).toBe(1);
  shop.people.addLabel({ on: issue, by: "ada", label: "outcome: due" });
  await minutes(shop, 20);
  const quotes = ownComments(issue).filter(({ body }) => body.startsWith("<!-- outcome-link:quote -->"));
  expect([quotes.length, writtenOn(shop)]).toEqual([1, 1]);
});

test("a question whose writing failed before it was written is written", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  shop.github.copies.behindMs = 5 * 60_000;
  shop.github.faults.add({ ...unconfirmed, does: { ...unconfirmed.does, moment: "before" } });
  await until(shop, "2026-03-17T10:01:00Z");
  await minutes(shop, 10);
  expect(questionsOn(issue)).toHaveLength(1);
});

test("a question that is shown at once is looked for nowhere else", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  await until(shop, "2026-03-24T10:01:00Z");
  expect([questionsOn(issue).length, remindersOn(issue).length, listedOn(shop)]).toEqual([1, 1, 0]);
});

test("where not even GitHub's lists show a question whose writing was not confirmed, it is waited for", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  Object.assign(shop.github.copies, { behindMs: 5 * 60_000, listsBehindMs: 40_000 });
  await until(shop, "2026-03-17T09:59:00Z");
  shop.github.requests.clear();
  shop.github.faults.add(unconfirmed);
  await minutes(shop, 10);
  expect([writtenOn(shop), questionsOn(issue).length]).toEqual([1, 1]);
});

test("a question that shows up long after its writing failed stands twice for minutes at most, and the first of them stays", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  Object.assign(shop.github.copies, { behindMs: 10 * 60_000, listsBehindMs: 10 * 60_000 });
  await until(shop, "2026-03-17T09:59:00Z");
  shop.github.requests.clear();
  shop.github.faults.add(unconfirmed);
  await minutes(shop, 5);
  const [first] = questionsOn(issue);
  expect([writtenOn(shop), questionsOn(issue).length]).toEqual([2, 2]);
  await minutes(shop, 25);
  expect(questionsOn(issue)).toEqual([first]);
  expect(writtenOn(shop)).toBe(2);
  await until(shop, "2026-03-24T10:01:00Z");
  expect([questionsOn(issue).length, remindersOn(issue).length]).toEqual([1, 1]);
});

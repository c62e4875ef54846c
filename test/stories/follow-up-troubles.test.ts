import { expect, test } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { reactionsTo, say } from "../support/commands.ts";
import { DAY, mergeFor, openFollowingShop, questionsOn, remindersOn, until } from "../support/follow-up-stories.ts";
import { HYPOTHESIS, labelsOf, ownComments } from "../support/shop.ts";

test("what was answered on a problem that is deleted later is told by what was merged for it, where nobody is asked again", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  await shop.later(2);
  const board = [...shop.repository.items.values()].find(({ title }) => title.startsWith("What we learned"));
  expect(board?.body).toContain(`\`#${issue.number} ${issue.title}\``);
  shop.people.deleteIssue({ issue, by: "ada" });
  await shop.settle();
  await shop.later(2);
  expect(board?.body).not.toContain(issue.title);
  expect(board?.body).toContain(`\`#${pullRequest.number} ${pullRequest.title}\``);
  await until(shop, "2026-04-14T10:01:00Z");
  expect(ownComments(pullRequest)).toEqual([]);
  expect(labelsOf(pullRequest)).toEqual(["outcome: validated"]);
});

test("a label that fails after the question was written costs no second question, and the reminder still comes", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  shop.github.faults.add({
    on: "issues/add-labels",
    does: { kind: "answers", status: 500, moment: "before" },
    times: 2,
  });
  // What was confirmed is known also where GitHub shows it to nobody yet.
  Object.assign(shop.github.copies, { behindMs: 10 * 60_000, listsBehindMs: 10 * 60_000 });
  shop.github.requests.clear();
  await until(shop, "2026-03-17T10:01:00Z");
  for (let minute = 0; minute < 8; minute += 1) await shop.later(1);
  const written = shop.github.requests.entries.filter(({ operation }) => operation === "issues/create-comment");
  expect([questionsOn(issue).length, written.length]).toEqual([1, 1]);
  expect(labelsOf(issue)).toEqual(["outcome: due"]);
  await until(shop, "2026-03-24T10:01:00Z");
  expect([questionsOn(issue).length, remindersOn(issue).length]).toEqual([1, 1]);
});

test("after a loss of the store nobody is asked before all that was merged for it is known again", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const first = await mergeFor(shop, issue);
  await until(shop, "2026-03-12T10:00:00Z");
  await mergeFor(shop, issue);
  await shop.away(5 * 24 * 60, () => {});
  // The app sweeps in a while; somebody touches the oldest one first.
  shop.github.faults.add({ on: "MergedWork", does: { kind: "answers", status: 502, moment: "before" }, times: 3 });
  shop.github.faults.add({ on: "SweepOpen", does: { kind: "answers", status: 502, moment: "before" }, times: 3 });
  shop.people.addLabel({ on: first, label: "bug", by: "ada" });
  await shop.later(1);
  await shop.later(5);
  expect(questionsOn(issue)).toEqual([]);
  await until(shop, "2026-03-31T09:59:00Z");
  expect(questionsOn(issue)).toHaveLength(0);
  await until(shop, "2026-03-31T10:02:00Z");
  expect(questionsOn(issue)).toHaveLength(1);
});

test("what is merged while the configuration is broken is followed up once it is repaired", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const configure = (text: string) => {
    shop.people.commitFiles({ repository: shop.repository, by: "ada", files: { ".github/outcome.yml": text } });
    return shop.settle();
  };
  await configure("mode: perhaps\n");
  const pullRequest = await mergeFor(shop, issue);
  for (let day = 0; day < 3; day += 1) await shop.later(DAY);
  expect(labelsOf(pullRequest)).toEqual([]);
  await configure("{}\n");
  await shop.later(61);
  await shop.later(5);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: pending"], ["outcome: pending"]]);
});

test("a home that cannot be looked at is given up on, tried anew each hour, and asked about once it can be", async () => {
  const shop = await openFollowingShop({ logLevel: "fatal" });
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-17T09:59:00Z");
  shop.github.faults.add({ on: "Served", does: { kind: "answers", status: 500, moment: "before" }, times: 10_000 });
  for (let minute = 0; minute < 59; minute += 1) await shop.later(1);
  expect((await shop.app.runtime.queue.counts()).dead).toBe(1);
  shop.github.requests.clear();
  shop.github.faults.clear();
  await shop.later(5);
  expect(questionsOn(issue)).toHaveLength(1);
  expect((await shop.app.runtime.queue.counts()).dead).toBe(0);
});

test("while GitHub does not tell whether somebody may answer nobody is asked, and the answer counts once it does", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  shop.people.setRole({ repository: shop.repository, user: "bea", role: "write" });
  const on = "repos/get-collaborator-permission-level";
  shop.github.faults.add({ on, does: { kind: "answers", status: 500, moment: "before" }, times: 10_000 });
  shop.people.addLabel({ on: issue, by: "bea", label: "outcome: validated" });
  await until(shop, "2026-03-17T10:01:00Z");
  await shop.later(5);
  expect(labelsOf(issue).toSorted()).toEqual(["outcome: pending", "outcome: validated"]);
  shop.github.faults.clear();
  await shop.later(DAY);
  expect(labelsOf(issue)).toEqual(["outcome: validated"]);
  expect(ownComments(issue)).toEqual([]);
});

test("what was taken back before a loss of the store is followed up again once that is taken back in turn", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  const revert = async (merged: PullRequest) => {
    const opposite = shop.people.revertPullRequest({ pullRequest: merged, by: "ada" });
    await shop.settle();
    shop.people.mergePullRequest({ pullRequest: opposite, by: "ada" });
    await shop.settle();
    return opposite;
  };
  const opposite = await revert(pullRequest);
  await until(shop, "2026-03-30T10:00:00Z");
  await shop.away(24 * 60, () => {});
  await shop.later(1);
  await shop.later(5);
  expect(labelsOf(pullRequest)).toEqual(["outcome: reverted"]);
  await revert(opposite);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: pending"], ["outcome: pending"]]);
});

test("after a loss of the store who wrote what was merged is believed once it is known again, and not refused before", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`, { author: "olu" });
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await until(shop, "2026-03-17T10:01:00Z");
  await shop.away(10, () => {});
  shop.github.faults.add({ on: "MergedWork", does: { kind: "answers", status: 502, moment: "before" }, times: 3 });
  const answer = await say(shop, issue, { by: "olu", body: "/outcome validated Fewer carts are left." });
  for (let minute = 0; minute < 8; minute += 1) await shop.later(1);
  expect([reactionsTo(answer), labelsOf(issue)]).toEqual([["+1"], ["outcome: validated"]]);
});

import { expect, test } from "vitest";
import { reactionsTo, say } from "../support/commands.ts";
import { mergeFor, openFollowingShop, questionsOn, remindersOn, until } from "../support/follow-up-stories.ts";
import { HYPOTHESIS, labelsOf, ownComments, repeatDeliveries, requestsOf } from "../support/shop.ts";

test("merged work is asked about at the slot after its window, and an answer is quoted and swaps the labels", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: pending"], ["outcome: pending"]]);
  await until(shop, "2026-03-17T09:59:00Z");
  expect(ownComments(issue)).toEqual([]);
  await until(shop, "2026-03-17T10:01:00Z");
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: due"], ["outcome: due"]]);
  const [question] = questionsOn(issue);
  expect(question?.body).toContain("a visible total for shoppers on small screens");
  expect(ownComments(pullRequest)).toEqual([]);
  const answer = await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left: 25 % of them." });
  expect(reactionsTo(answer)).toEqual(["+1"]);
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([["outcome: validated"], ["outcome: validated"]]);
  expect(ownComments(issue)).toHaveLength(1);
  expect(question?.body).toContain("Fewer carts are left: 25 % of them.");
  await repeatDeliveries(shop);
});

test("seven pull requests that serve one hypothesis are asked about once, a window after the last", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const merged = [];
  for (let count = 0; count < 7; count += 1) merged.push(await mergeFor(shop, issue));
  await until(shop, "2026-03-17T10:01:00Z");
  expect(merged.flatMap(ownComments)).toEqual([]);
  expect(questionsOn(issue)).toHaveLength(1);
  for (const one of merged) expect(questionsOn(issue)[0]?.body).toContain(`#${one.number}`);
  expect(merged.map(labelsOf)).toEqual(merged.map(() => ["outcome: due"]));
});

test("who does not answer is reminded once, and a late answer to what is unmeasured still counts", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  await until(shop, "2026-03-24T09:59:00Z");
  expect(remindersOn(issue)).toEqual([]);
  await until(shop, "2026-03-24T10:01:00Z");
  expect([questionsOn(issue).length, remindersOn(issue).length]).toEqual([1, 1]);
  expect(labelsOf(issue)).toEqual(["outcome: due"]);
  await until(shop, "2026-03-31T09:59:00Z");
  expect(labelsOf(issue)).toEqual(["outcome: due"]);
  await until(shop, "2026-03-31T10:05:00Z");
  expect(labelsOf(issue)).toEqual(["outcome: unmeasured"]);
  await until(shop, "2026-06-01T10:00:00Z");
  expect([questionsOn(issue).length, remindersOn(issue).length]).toEqual([1, 1]);
  await say(shop, issue, { by: "ada", body: "/outcome invalidated Prices were no surprise to anybody." });
  expect(labelsOf(issue)).toEqual(["outcome: invalidated"]);
  expect(questionsOn(issue)[0]?.body).toContain("Prices were no surprise to anybody.");
});

test("who asks to be asked later is", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await until(shop, "2026-03-16T10:00:00Z");
  await say(shop, pullRequest, { by: "ada", body: "/outcome snooze 3 weeks" });
  await until(shop, "2026-04-07T09:59:00Z");
  expect(questionsOn(issue)).toEqual([]);
  expect(labelsOf(issue)).toEqual(["outcome: pending"]);
  await until(shop, "2026-04-07T10:01:00Z");
  expect(questionsOn(issue)).toHaveLength(1);
});

test("who puts off what was answered hears once that there is nothing to put off", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  const late = await say(shop, issue, { by: "ada", body: "/outcome snooze 2 weeks" });
  expect(reactionsTo(late)).toEqual(["confused"]);
  expect(ownComments(issue).map(({ body }) => body)).toEqual([
    expect.stringContaining("there is nothing to put off: it was answered."),
  ]);
  await repeatDeliveries(shop);
});

test("who puts off what nobody answered in time is reminded once more", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  for (const slot of ["2026-03-17T10:01:00Z", "2026-03-24T10:01:00Z", "2026-03-31T10:05:00Z"]) await until(shop, slot);
  expect(labelsOf(issue)).toEqual(["outcome: unmeasured"]);
  const wanted = await say(shop, issue, { by: "ada", body: "/outcome snooze 2 weeks" });
  expect([reactionsTo(wanted), labelsOf(issue)]).toEqual([["+1"], ["outcome: due"]]);
  await until(shop, "2026-04-21T10:01:00Z");
  expect([questionsOn(issue).length, remindersOn(issue).length]).toEqual([1, 2]);
});

test("an answer that is deleted counts no more", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  const comment = await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  expect(labelsOf(issue)).toEqual(["outcome: validated"]);
  shop.people.deleteComment({ comment, by: "ada" });
  await shop.settle();
  expect(labelsOf(issue)).toEqual(["outcome: due"]);
  expect(questionsOn(issue)[0]?.body).not.toContain("Fewer carts are left.");
});

test("an outcome that somebody puts on by hand is an answer, and one of who may not answer is left alone", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  shop.people.setRole({ repository: shop.repository, user: "bea", role: "triage" });
  shop.people.addLabel({ on: issue, by: "bea", label: "outcome: invalidated" });
  await shop.settle();
  expect(labelsOf(issue).toSorted()).toEqual(["outcome: invalidated", "outcome: pending"]);
  shop.people.addLabel({ on: pullRequest, by: "ada", label: "outcome: validated" });
  await shop.settle();
  expect(labelsOf(pullRequest)).toEqual(["outcome: validated"]);
  expect(labelsOf(issue)).toContain("outcome: validated");
});

test("who takes the label off cancels what is pending", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  shop.people.removeLabel({ on: issue, by: "bea", label: "outcome: pending" });
  await shop.settle();
  expect([labelsOf(issue), labelsOf(pullRequest)]).toEqual([[], []]);
  shop.github.requests.clear();
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\n${HYPOTHESIS} And it is nicer.`);
  expect(requestsOf(shop, "write")).toEqual([]);
  await until(shop, "2026-06-01T10:00:00Z");
  expect([ownComments(issue), labelsOf(issue), labelsOf(pullRequest)]).toEqual([[], [], []]);
});

test("what a stranger answers does not count", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  const answer = await say(shop, issue, { by: "olu", body: "/outcome validated I like it." });
  expect(reactionsTo(answer)).toEqual(["confused"]);
  expect(labelsOf(issue)).toEqual(["outcome: due"]);
  expect(questionsOn(issue)[0]?.body).not.toContain("I like it.");
});

test("what was explored is asked about by what was learned, and what had no hypothesis by whether it helped", async () => {
  const shop = await openFollowingShop();
  const [explored, plain] = [shop.issue(), shop.issue()];
  await mergeFor(shop, explored, "Exploring: do shoppers look for the total at all?");
  await mergeFor(shop, plain, "A nicer total.");
  await until(shop, "2026-03-17T10:01:00Z");
  expect(questionsOn(explored)[0]?.body).toContain("do shoppers look for the total at all?");
  expect(questionsOn(explored)[0]?.body).toMatch(/learned\?/);
  expect(questionsOn(plain)[0]?.body).toContain("Did this help?");
  expect(questionsOn(plain)[0]?.body).not.toContain(HYPOTHESIS);
});

test("a question that a person deletes is not written again, and nobody is reminded of it", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  const [question] = questionsOn(issue);
  if (question === undefined) throw new Error("nobody was asked");
  shop.people.deleteComment({ comment: question, by: "ada" });
  await until(shop, "2026-06-01T10:00:00Z");
  expect(ownComments(issue)).toEqual([]);
  expect(labelsOf(issue)).toEqual(["outcome: unmeasured"]);
});

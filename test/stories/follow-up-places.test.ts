import { expect, test } from "vitest";
import { say } from "../support/commands.ts";
import { mergeFor, openFollowingShop, questionsOn, until } from "../support/follow-up-stories.ts";
import { HYPOTHESIS, labelsOf, ownComments } from "../support/shop.ts";

const RELEASES = "follow_up:\n  start: release\n";

test("where the window starts at a release it is waited for, and a release that does not hold the merge is none", async () => {
  const shop = await openFollowingShop({ config: RELEASES });
  const { people, repository } = shop;
  const issue = shop.issue();
  await until(shop, "2026-03-03T10:00:00Z");
  people.publishRelease({ repository, tag: "v1", by: "ada" });
  const pullRequest = await mergeFor(shop, issue);
  await until(shop, "2026-04-14T10:01:00Z");
  expect([labelsOf(issue), ownComments(issue)]).toEqual([["outcome: pending"], []]);
  people.publishRelease({ repository, tag: "v2-beta", isPrerelease: true, by: "ada" });
  await until(shop, "2026-04-15T10:00:00Z");
  people.publishRelease({ repository, tag: "v2", by: "ada" });
  await shop.settle();
  await shop.later(2);
  const board = [...repository.items.values()].find(({ title }) => title.startsWith("What we learned"));
  expect(board?.body).toMatch(/## Pending[\s\S]*5 May 2026/);
  await until(shop, "2026-05-05T09:59:00Z");
  expect([labelsOf(issue), ownComments(issue)]).toEqual([["outcome: pending"], []]);
  await until(shop, "2026-05-05T10:01:00Z");
  const [asked, ...others] = questionsOn(issue).map(({ body }) => body);
  expect([asked, others]).toEqual([expect.stringContaining(`#${pullRequest.number} on 3 March 2026.`), []]);
  expect(labelsOf(pullRequest)).toEqual(["outcome: due"]);
  people.closeIssue({ issue, by: "ada" });
  await shop.settle();
  expect(questionsOn(issue).map(({ body }) => body)).toEqual([asked]);
});

test("where one release holds the first merge and another the second, the window starts at the later release", async () => {
  const shop = await openFollowingShop({ config: RELEASES });
  const { people, repository } = shop;
  const issue = shop.issue();
  await mergeFor(shop, issue);
  people.publishRelease({ repository, tag: "v1", by: "ada" });
  await mergeFor(shop, issue);
  await until(shop, "2026-03-04T10:00:00Z");
  people.publishRelease({ repository, tag: "v2", by: "ada" });
  await until(shop, "2026-03-24T09:59:00Z");
  expect(ownComments(issue)).toEqual([]);
  await until(shop, "2026-03-24T10:01:00Z");
  expect(questionsOn(issue)).toHaveLength(1);
});

test("what is about a problem of another repository is asked about on the first pull request, once", async () => {
  const shop = await openFollowingShop({ config: "problems:\n  repositories: [acme/ideas]\n" });
  const ideas = shop.people.createRepository({ name: "acme/ideas", visibility: "public", files: {} });
  const problem = shop.people.openIssue({ repository: ideas, author: "mia", title: "The total is hidden", body: "" });
  const bodyOf = `Part of acme/ideas#${problem.number}\n\n${HYPOTHESIS}`;
  const [first, second] = [await mergeFor(shop, null, bodyOf), await mergeFor(shop, null, bodyOf)];
  await until(shop, "2026-03-17T10:01:00Z");
  expect([first, second].map((one) => questionsOn(one).length)).toEqual([1, 0]);
  expect([first, second].map(labelsOf)).toEqual([["outcome: due"], ["outcome: due"]]);
  expect(ownComments(problem)).toEqual([]);
  await say(shop, second, { by: "ada", body: "/outcome inconclusive Two things changed at once." });
  expect([first, second].map(labelsOf)).toEqual([["outcome: inconclusive"], ["outcome: inconclusive"]]);
  expect(questionsOn(first)[0]?.body).toContain("Two things changed at once.");
});

test("when a problem is deleted, what was merged for it is asked about on its own", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const [first, second] = [await mergeFor(shop, issue), await mergeFor(shop, issue)];
  shop.people.deleteIssue({ issue, by: "ada" });
  await until(shop, "2026-03-17T10:01:00Z");
  expect([first, second].map((one) => questionsOn(one).length)).toEqual([1, 0]);
  expect([first, second].map(labelsOf)).toEqual([["outcome: due"], ["outcome: due"]]);
});

test("a merge after an outcome begins another follow-up of the same problem", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const first = await mergeFor(shop, issue);
  await until(shop, "2026-03-17T10:01:00Z");
  await say(shop, issue, { by: "ada", body: "/outcome invalidated The price was no surprise." });
  shop.people.reopenIssue({ issue, by: "ada" });
  const second = await mergeFor(shop, issue);
  expect([issue, first, second].map(labelsOf)).toEqual([
    ["outcome: pending"],
    ["outcome: invalidated"],
    ["outcome: pending"],
  ]);
  await until(shop, "2026-04-07T10:01:00Z");
  expect(questionsOn(issue)).toHaveLength(2);
  expect([issue, first, second].map(labelsOf)).toEqual([["outcome: due"], ["outcome: invalidated"], ["outcome: due"]]);
});

test("another slot holds from the moment it is configured, for what was merged before too", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  const config = "follow_up:\n  slot: { day: monday, time: '18:00' }\n  time_zone: Europe/Berlin\n";
  shop.people.commitFiles({ repository: shop.repository, by: "ada", files: { ".github/outcome.yml": config } });
  await shop.settle();
  await shop.later(2);
  const board = [...shop.repository.items.values()].find(({ title }) => title.startsWith("What we learned"));
  expect(board?.body).toMatch(/## Pending[\s\S]*16 March 2026/);
  await until(shop, "2026-03-16T16:59:00Z");
  expect(questionsOn(issue)).toEqual([]);
  await until(shop, "2026-03-16T17:01:00Z");
  expect(questionsOn(issue)).toHaveLength(1);
});

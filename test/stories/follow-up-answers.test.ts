import { expect, test } from "vitest";
import { answersOn, reactionsTo, say } from "../support/commands.ts";
import { mergeFor, openFollowingShop, questionsOn, until } from "../support/follow-up-stories.ts";
import { HYPOTHESIS, labelsOf, openShop, ownComments } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const fails = { kind: "answers", status: 502, moment: "before" } as const;

/** Merged a moment ago: the look that records it fails once, and comes again in some seconds. */
async function mergeUnseen(shop: Shop, body: string) {
  const pullRequest = await shop.open(body);
  for (const on of ["checks/create", "checks/update"]) shop.github.faults.add({ on, does: fails });
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  return pullRequest;
}

/** The look comes again, and the answer that waits for it, in whichever order. */
async function retry(shop: Shop) {
  for (let minute = 0; minute < 3; minute += 1) await shop.later(1);
}

test.each(["pull request", "problem"])(
  "an answer on a %s of which nobody has seen yet that it was merged is heard once that is known",
  async (place) => {
    const shop = await openShop({ logLevel: "fatal" });
    const issue = shop.issue();
    const pullRequest = await mergeUnseen(shop, `Fixes #${issue.number}\n\n${HYPOTHESIS}`);
    const thread = place === "problem" ? issue : pullRequest;
    const answer = await say(shop, thread, { by: "ada", body: "/outcome validated Fewer carts are left." });
    await retry(shop);
    expect([reactionsTo(answer), answersOn(thread)]).toEqual([["+1"], []]);
    expect([issue, pullRequest].map(labelsOf)).toEqual([["outcome: validated"], ["outcome: validated"]]);
  },
);

test.each([
  { place: "names it", link: "text" },
  { place: "is linked to it beside the text", link: "sidebar" },
] as const)(
  "who wrote what was merged while the app was away is heard before that is known, where it $place",
  async ({ link }) => {
    const shop = await openShop();
    const { people, repository } = shop;
    const issue = shop.issue();
    const body = link === "text" ? `Fixes #${issue.number}\n\n${HYPOTHESIS}` : HYPOTHESIS;
    await shop.away(10, () => {
      const pullRequest = people.openPullRequest({ repository, author: "olu", fork: "author", title: "A total", body });
      if (link === "sidebar") people.linkInSidebar({ pullRequest, issue });
      people.mergePullRequest({ pullRequest, by: "ada" });
    });
    const answer = await say(shop, issue, { by: "olu", body: "/outcome validated Fewer carts are left." });
    expect([reactionsTo(answer), answersOn(issue)]).toEqual([["+1"], []]);
    expect(labelsOf(issue)).toEqual(["outcome: validated"]);
  },
);

test("an answer that was given while the app was away is waited for by minutes, and no longer", async () => {
  const shop = await openShop();
  const { people, repository } = shop;
  const issue = shop.issue({ labels: ["problem"] });
  await shop.away(600, () => {
    const body = `Fixes #${issue.number}\n\n${HYPOTHESIS}`;
    people.mergePullRequest({
      pullRequest: people.openPullRequest({ repository, author: "olu", fork: "author", title: "A total", body }),
      by: "ada",
    });
    people.comment({ on: issue, by: "olu", body: "/outcome validated Fewer carts are left." });
  });
  people.editIssue({ issue, by: "mia", body: "It is." });
  await shop.settle();
  const [answer] = issue.comments;
  await shop.later(6);
  expect([answer && reactionsTo(answer), answersOn(issue)]).toEqual([["+1"], []]);
});

test("an answer below our label is taken up where the store is lost and nothing else tells what was merged", async () => {
  const shop = await openFollowingShop();
  const { github, people } = shop;
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  const labels = `/issues/${pullRequest.number}/labels`;
  github.faults.add({ on: ({ path }) => path.endsWith(labels), does: { ...fails, status: 403 }, times: 100 });
  people.mergePullRequest({ pullRequest, by: "ada" });
  await until(shop, "2026-03-18T10:01:00Z");
  github.faults.clear();
  expect([issue, pullRequest].map(labelsOf)).toEqual([["outcome: due"], []]);
  await shop.away(60, () => {});
  await shop.later(5);
  const answer = await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  await shop.later(6);
  expect([reactionsTo(answer), answersOn(issue)]).toEqual([["+1"], []]);
  expect([issue, pullRequest].map(labelsOf)).toEqual([["outcome: validated"], ["outcome: validated"]]);
});

test("the latest word stands wherever it was said, and a closed problem can be taken up again with what was learned", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await until(shop, "2026-03-04T10:00:00Z");
  await say(shop, pullRequest, { by: "ada", body: "/outcome validated Fewer carts are left." });
  await until(shop, "2026-03-05T10:00:00Z");
  await say(shop, issue, { by: "ada", body: "/outcome invalidated It was the season." });
  expect([issue, pullRequest].map(labelsOf)).toEqual([["outcome: invalidated"], ["outcome: invalidated"]]);
  expect(issue.state).toBe("closed");
  expect(ownComments(issue).map(({ body }) => body)).toEqual([
    expect.stringContaining("What was learned: It was the season."),
  ]);
});

test("who puts off what was merged a moment ago, after what was merged before was answered, is heard", async () => {
  const shop = await openFollowingShop({ logLevel: "fatal" });
  const issue = shop.issue();
  await mergeFor(shop, issue);
  await say(shop, issue, { by: "ada", body: "/outcome inconclusive Too early to tell." });
  await mergeUnseen(shop, `Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  const snooze = await say(shop, issue, { by: "ada", body: "/outcome snooze 4 weeks" });
  await retry(shop);
  expect([reactionsTo(snooze), answersOn(issue)]).toEqual([["+1"], []]);
  await until(shop, "2026-03-31T09:59:00Z");
  expect(questionsOn(issue)).toEqual([]);
});

test("an answer where merged work asks for nothing is still refused, at once", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  const answer = await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  expect([reactionsTo(answer), answersOn(issue).length]).toEqual([["confused"], 1]);
});

test("what was refused on a pull request that is still open does not answer for others once it is merged", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const first = await mergeFor(shop, issue);
  const second = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  const answer = await say(shop, second, { by: "ada", body: "/outcome validated Fewer carts are left." });
  expect([reactionsTo(answer), answersOn(second).length]).toEqual([["confused"], 1]);
  shop.people.mergePullRequest({ pullRequest: second, by: "ada" });
  await shop.settle();
  const pending = ["outcome: pending"];
  expect([issue, first, second].map(labelsOf)).toEqual([pending, pending, pending]);
});

import { expect, onTestFinished, test } from "vitest";
import { answersOn, reactionsTo, say } from "../support/commands.ts";
import { checkTextOf, HYPOTHESIS, openShop, verdictOf } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";

async function openWithStore() {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const shop = await openShop({ database: { ...database, close: async () => {} } });
  return { shop, database };
}

/** What an operator who lost the store has left. */
async function loseIndex(database: Awaited<ReturnType<typeof openTestStore>>): Promise<void> {
  for (const table of ["commands", "thread_comments", "looks"]) await database.query(`DELETE FROM outcome.${table}`);
}

test("what was refused stays refused when all comments are read anew and its giver may by now", async () => {
  const { shop, database } = await openWithStore();
  const pullRequest = await shop.open("A nicer total.");
  const before = verdictOf(shop, pullRequest);
  const skip = await say(shop, pullRequest, { by: "olu", body: "/outcome skip too small" });
  expect(reactionsTo(skip)).toEqual(["confused"]);
  shop.people.setRole({ repository: shop.repository, user: "olu", role: "write" });
  await database.query("UPDATE outcome.thread_comments SET commands_known = false");
  await shop.edit(pullRequest, "A nicer total, with tax.");
  expect(verdictOf(shop, pullRequest)).toBe(before);
  // Only the store knew that it was refused: without it the role of now decides, as for every other command.
  await loseIndex(database);
  await shop.edit(pullRequest, "A nicer total.");
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
});

test("a delivery that comes again after the store was lost is not answered twice", async () => {
  const { shop, database } = await openWithStore();
  const pullRequest = await shop.open("A nicer total.");
  await say(shop, pullRequest, { by: "ada", body: "/outcome help" });
  await shop.later(11);
  await loseIndex(database);
  const { webhooks } = shop.github;
  const told = webhooks.deliveries.find(({ event }) => event === "issue_comment");
  if (told === undefined) throw new Error("GitHub told of the comment.");
  await database.query("DELETE FROM outcome.deliveries");
  webhooks.tellAgain(told);
  await shop.settle();
  expect(answersOn(pullRequest)).toHaveLength(1);
});

test("what was commanded while nothing was configured counts once something is", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const { people, repository } = shop;
  people.commitFiles({ repository, by: "ada", files: { ".github/outcome.yml": null } });
  await shop.settle();
  const skip = await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  expect(reactionsTo(skip)).toEqual([]);
  people.commitFiles({ repository, by: "ada", files: { ".github/outcome.yml": "{}\n" } });
  await shop.settle();
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
  expect(reactionsTo(skip)).toEqual(["+1"]);
});

test("a flood of a stranger's commands takes no room of what others said, also with an empty index", async () => {
  const { shop, database } = await openWithStore();
  const pullRequest = await shop.open("A nicer total.");
  await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  for (let i = 0; i < 101; i += 1) {
    shop.people.comment({ on: pullRequest, by: "olu", body: "/outcome unskip" });
  }
  await shop.settle();
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
  await loseIndex(database);
  await shop.edit(pullRequest, "A nicer total, with tax.");
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
});

test("on an ordinary issue it is told that nothing is looked at there, and what would make it a problem", async () => {
  const shop = await openShop({ config: "problems: {labels: [pain]}\n" });
  const issue = shop.issue({ labels: [], body: "Buyers do not see the total." });
  await shop.settle();
  const said = await say(shop, issue, { by: "ada", body: `/outcome hypothesis ${HYPOTHESIS}` });
  expect(reactionsTo(said)).toEqual(["confused"]);
  expect(answersOn(issue)).toEqual([expect.stringContaining("`pain`")]);
  const check = await say(shop, issue, { by: "ada", body: "/outcome check" });
  expect(reactionsTo(check)).toEqual(["confused"]);
});

import { expect, onTestFinished, test } from "vitest";
import { answersOn, reactionsTo, say } from "../support/commands.ts";
import { at, BAD, enqueue, groupVerdictOf, openMembers, openQueueShop } from "../support/merge-groups.ts";
import { checkTextOf, openShop, ownComments, repeatDeliveries, requestsOf, verdictOf } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";

async function openWithStore(options: Parameters<typeof openShop>[0] = {}) {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const shop = await openShop({ database: { ...database, close: async () => {} }, ...options });
  return { shop, database };
}

/** What an operator who lost the store has left. */
async function loseIndex(database: Awaited<ReturnType<typeof openTestStore>>): Promise<void> {
  for (const table of ["commands", "thread_comments", "looks"]) await database.query(`DELETE FROM outcome.${table}`);
}

test("a delivery that comes again under another id asks GitHub for nothing", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await say(shop, pullRequest, { by: "ada", body: "/outcome help" });
  await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  const told = shop.github.webhooks.deliveries.filter(
    ({ event, action }) => event === "issue_comment" && action === "created",
  );
  shop.github.requests.clear();
  for (const delivery of told) shop.github.webhooks.tellAgain(delivery);
  await shop.settle();
  expect(shop.github.requests.entries).toEqual([]);
  await repeatDeliveries(shop);
});

test.each([
  ["was written", "after"],
  ["was not written", "before"],
] as const)("an answer of which nobody knows whether it %s is given once", async (_title, moment) => {
  const shop = await openShop({ logLevel: "fatal" });
  const pullRequest = await shop.open("A nicer total.");
  shop.github.faults.add({ on: "issues/create-comment", does: { kind: "resets", moment } });
  const comment = await say(shop, pullRequest, { by: "ada", body: "/outcome help" });
  await shop.later(3);
  expect(answersOn(pullRequest)).toHaveLength(1);
  expect(reactionsTo(comment)).toEqual(["+1"]);
});

test("a thread gets at most five answers in words an hour; the others are reactions", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const asked = [];
  for (let i = 0; i < 8; i += 1) asked.push(await say(shop, pullRequest, { by: "olu", body: "/outcome help" }));
  expect(answersOn(pullRequest)).toHaveLength(5);
  expect(asked.map(reactionsTo)).toEqual(asked.map(() => ["+1"]));
  await shop.later(61);
  await say(shop, pullRequest, { by: "olu", body: "/outcome help" });
  expect(answersOn(pullRequest)).toHaveLength(6);
});

test("two bots that command each other without end are never answered", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  for (let round = 0; round < 50; round += 1) {
    shop.people.comment({ on: pullRequest, by: round % 2 === 0 ? "one[bot]" : "two[bot]", body: "/outcome help" });
  }
  await shop.settle();
  expect(answersOn(pullRequest)).toEqual([]);
});

test("with an empty index commands still count, and none is answered twice", async () => {
  const { shop, database } = await openWithStore();
  const pullRequest = await shop.open("A nicer total.");
  const help = await say(shop, pullRequest, { by: "ada", body: "/outcome help" });
  await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  const before = verdictOf(shop, pullRequest);
  await loseIndex(database);
  await shop.edit(pullRequest, "A nicer total, with tax.");
  expect(verdictOf(shop, pullRequest)).toBe(before);
  expect(answersOn(pullRequest)).toHaveLength(1);
  expect(reactionsTo(help)).toEqual(["+1"]);
  await repeatDeliveries(shop);
});

test("a command whose delivery was lost is found by the sweep, counts and is answered", async () => {
  const shop = await openShop({ recurring: "on" });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(61);
  const { webhooks } = shop.github;
  webhooks.hold();
  const comment = shop.people.comment({ on: pullRequest, by: "ada", body: "/outcome skip too small" });
  for (const delivery of webhooks.held()) webhooks.drop(delivery);
  webhooks.deliverAutomatically();
  for (let i = 0; i < 13; i += 1) await shop.later(5);
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
  expect(reactionsTo(comment)).toEqual(["+1"]);
});

test("what comes after three days counts, but is not answered any more", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const { webhooks } = shop.github;
  webhooks.hold();
  const skip = shop.people.comment({ on: pullRequest, by: "ada", body: "/outcome skip too small" });
  const help = shop.people.comment({ on: pullRequest, by: "ada", body: "/outcome help" });
  const held = webhooks.held();
  webhooks.deliverAutomatically();
  await shop.later(73 * 60);
  for (const delivery of held) await webhooks.send(delivery);
  await shop.settle();
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
  expect([reactionsTo(skip), reactionsTo(help), answersOn(pullRequest)]).toEqual([[], [], []]);
});

test("a command that comes while the configuration is broken counts once it is repaired", async () => {
  const shop = await openShop({ config: "mode: advice\n" });
  const pullRequest = await shop.open("A nicer total.");
  const comment = await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  expect(reactionsTo(comment)).toEqual([]);
  const files = { ".github/outcome.yml": "{}\n" };
  shop.people.commitFiles({ repository: shop.repository, by: "ada", files });
  await shop.settle();
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
});

test.each([{ index: "known" }, { index: "lost" }])(
  "what was said counts in a merge group too, its index $index",
  async ({ index }) => {
    const database = await openTestStore();
    onTestFinished(() => database.close());
    const shop = await openQueueShop(undefined, { database: { ...database, close: async () => {} } });
    const members = await openMembers(shop, [null, BAD]);
    await say(shop, at(members, 1), { by: "ada", body: "/outcome skip nobody outside will notice" });
    if (index === "lost") await loseIndex(database);
    expect(groupVerdictOf(shop, await enqueue(shop, members))).toMatch(/^neutral: Nothing stops/);
  },
);

test("a command costs its own read, the look's and the reaction", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  shop.github.requests.clear();
  await say(shop, pullRequest, { by: "ada", body: "/outcome check" });
  expect([...requestsOf(shop, "read"), ...requestsOf(shop, "write")]).toEqual([
    "Thread",
    "Thread",
    "reactions/create-for-issue-comment",
  ]);
});

test("an answer that a person deletes is not written again, and does not silence what must be asked", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await say(shop, pullRequest, { by: "ada", body: "/outcome help" });
  const [answer] = ownComments(pullRequest);
  if (answer === undefined) throw new Error("Help was asked for.");
  shop.people.deleteComment({ comment: answer, by: "ada" });
  await shop.later(3);
  expect(answersOn(pullRequest)).toEqual([]);
  expect(ownComments(pullRequest)).toHaveLength(1);
});

test("what GitHub refuses is not tried again, and holds up nothing", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const refused = { kind: "answers", status: 403, moment: "before" } as const;
  shop.github.faults.add({ on: "reactions/create-for-issue-comment", does: refused });
  await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
  shop.github.requests.clear();
  await shop.later(60);
  expect(requestsOf(shop, "write")).toEqual([]);
});

test("a command on a problem is done there", async () => {
  const shop = await openShop();
  const issue = shop.issue({ labels: ["problem"] });
  await shop.settle();
  const help = await say(shop, issue, { by: "olu", body: "/outcome help" });
  expect(reactionsTo(help)).toEqual(["+1"]);
  expect(answersOn(issue)[0]).toContain("on this issue");
  const link = await say(shop, issue, { by: "ada", body: "/outcome skip too small" });
  expect(reactionsTo(link)).toEqual(["confused"]);
  await repeatDeliveries(shop);
});

test("what was said of one pull request counts in the check that it shares with another", async () => {
  const shop = await openShop();
  const first = await shop.open("A nicer total.");
  const second = await shop.open("A nicer total.", { head: first.head.ref, base: "main" });
  expect(second.head.oid).toBe(first.head.oid);
  await say(shop, first, { by: "ada", body: "/outcome skip too small" });
  await shop.edit(second, "A nicer total, with tax.");
  expect(checkTextOf(shop, second)).toContain("too small");
});

import { expect, test } from "vitest";
import { findRecord } from "../../src/core/follow-up/record.ts";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { say } from "../support/commands.ts";
import { BY_CARTS as believed, countCarts } from "../support/count-carts.ts";
import { mergeFor, openFollowingShop, questionsOn, until } from "../support/follow-up-stories.ts";
import type { Shop } from "../support/shop.ts";
import { checkOf, openShop } from "../support/shop.ts";

function recordOn(shop: Shop, pullRequest: PullRequest) {
  return findRecord(checkOf(shop, pullRequest)?.output.text ?? "", pullRequest.number);
}

test("what a metric was at the merge, at the question and at the answer is read once each, and shown", async () => {
  const carts = await countCarts();
  const shop = await openFollowingShop(carts.options);
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue, believed);
  expect(recordOn(shop, pullRequest)?.reading).toMatchObject({
    kind: "reading",
    reading: { value: 41, unit: "%", asked: "Abandoned carts", window: "7 days", public: true },
  });
  carts.tell(33);
  await until(shop, "2026-03-17T10:01:00Z");
  const [question] = questionsOn(issue);
  expect(question?.body).toContain("41 %");
  expect(question?.body).toContain("33 %");
  carts.tell(32);
  // A look in between asks for nothing: what people have read would change under their eyes.
  await say(shop, issue, { by: "ada", body: "We look at it this week." });
  shop.people.addLabel({ on: issue, by: "ada", label: "bug" });
  await shop.settle();
  expect([question?.body.includes("33 %"), carts.asked()]).toEqual([true, 2]);
  carts.tell(29);
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  expect(question?.body).toContain("29 %");
  await say(shop, issue, { by: "ada", body: "Thank you." });
  shop.people.addLabel({ on: issue, by: "ada", label: "cart" });
  await shop.settle();
  expect([question?.body.includes("29 %"), carts.asked()]).toEqual([true, 3]);
});

test("a service that cannot be read is told of, and holds up nothing", async () => {
  const carts = await countCarts();
  carts.tell(null);
  const shop = await openFollowingShop(carts.options);
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue, believed);
  const why = "The metric's service answered 500";
  expect(recordOn(shop, pullRequest)?.reading).toMatchObject({ kind: "unreadable", why });
  await until(shop, "2026-03-17T10:01:00Z");
  expect(questionsOn(issue)[0]?.body).toContain("answered 500");
  expect(JSON.stringify(checkOf(shop, pullRequest)?.output)).not.toContain("a secret of the inside");
});

test("only what the operator made public stands in a public repository", async () => {
  const carts = await countCarts({ public: false });
  const shop = await openFollowingShop(carts.options);
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue, believed);
  expect(recordOn(shop, pullRequest)).toMatchObject({ metric: "abandoned carts" });
  expect(recordOn(shop, pullRequest)).not.toHaveProperty("reading");
  expect(carts.asked()).toBe(0);
  carts.tell(33);
  await until(shop, "2026-03-17T10:01:00Z");
  expect(questionsOn(issue)).toHaveLength(1);
  expect(questionsOn(issue)[0]?.body).not.toContain("33");
});

test.each([false, true])(
  "in a private repository its members alone may see it, public elsewhere: %s",
  async (isPublic) => {
    const carts = await countCarts({ public: isPublic });
    const shop = await openFollowingShop({ ...carts.options, visibility: "private" });
    const issue = shop.issue();
    const pullRequest = await mergeFor(shop, issue, believed);
    expect(recordOn(shop, pullRequest)?.reading).toMatchObject({ reading: { value: 41, public: false } });
    carts.tell(33);
    await until(shop, "2026-03-17T10:01:00Z");
    expect(questionsOn(issue)[0]?.body).toContain("33 %");
    await say(shop, issue, { by: "ada", body: "/outcome validated It helped." });
    await shop.later(2);
    const board = [...shop.repository.items.values()].find(({ title }) => title.startsWith("What we learned"));
    expect(board?.body).toContain("33 %");
  },
);

test("what a stranger's text names is not told to everybody", async () => {
  const carts = await countCarts();
  const shop = await openShop(carts.options);
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${believed}`, { author: "olu", fork: "author" });
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  expect(recordOn(shop, pullRequest)).toMatchObject({ metric: "abandoned carts" });
  expect(recordOn(shop, pullRequest)).not.toHaveProperty("reading");
  expect(carts.asked()).toBe(0);
});

test("while GitHub does not say whether a writer named the metric, the record waits, and has the reading then", async () => {
  const carts = await countCarts();
  const shop = await openShop(carts.options);
  const pullRequest = await shop.open(`Fixes #${shop.issue().number}\n\n${believed}`);
  const fault = { kind: "answers", status: 502, moment: "before" } as const;
  shop.github.faults.add({ on: "repos/get-collaborator-permission-level", does: fault });
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  await shop.later(1);
  expect(recordOn(shop, pullRequest)?.reading).toMatchObject({ reading: { value: 41 } });
});

test("an open pull request asks for nothing, and a look after the merge asks for nothing again", async () => {
  const carts = await countCarts();
  const shop = await openShop(carts.options);
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${believed}`);
  expect(carts.asked()).toBe(0);
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  await shop.edit(pullRequest, `Fixes #${issue.number}\n\n${believed}\n\nMore.`);
  expect(carts.asked()).toBe(1);
});

test("a metric that is not defined here is left to people", async () => {
  const carts = await countCarts({ repositories: ["acme/other"] });
  const shop = await openShop(carts.options);
  const pullRequest = await mergeFor(shop, shop.issue(), believed);
  expect(recordOn(shop, pullRequest)).toMatchObject({ metric: "abandoned carts", baseline: "40", target: "30" });
  expect([recordOn(shop, pullRequest)?.reading, carts.asked()]).toEqual([undefined, 0]);
});

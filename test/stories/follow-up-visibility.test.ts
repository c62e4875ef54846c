import { expect, test } from "vitest";
import type { Issue, PullRequest } from "../../src/sandbox/github/state/model.ts";
import { unheard } from "../support/after-changes.ts";
import { say } from "../support/commands.ts";
import { BY_CARTS, countCarts } from "../support/count-carts.ts";
import { DAY, mergeFor, openFollowingShop, questionsOn, until } from "../support/follow-up-stories.ts";
import { checkTextOf, labelsOf, requestsOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";

interface Told {
  readonly shop: Shop;
  readonly issue: Issue;
  readonly first: PullRequest;
  readonly second: PullRequest;
}

/** Every number that was read inside, in each of its places. */
const INSIDE = /41\.77|38\.11|33\.11/;

/** A private shop that learned twice from one problem, by a metric of its own. */
async function learnTwice(): Promise<Told> {
  const carts = await countCarts({ public: false });
  carts.tell(41.77);
  const shop = await openFollowingShop({
    ...carts.options,
    visibility: "private",
    database: await openTestStore(),
  });
  const issue = shop.issue();
  const first = await mergeFor(shop, issue, BY_CARTS);
  carts.tell(38.11);
  await until(shop, "2026-03-17T10:01:00Z");
  await say(shop, issue, { by: "ada", body: "/outcome invalidated It is the price." });
  const second = await mergeFor(shop, issue, BY_CARTS);
  carts.tell(33.11);
  await until(shop, "2026-04-07T10:01:00Z");
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  await shop.later(2);
  return { shop, issue, first, second };
}

function boardOf({ repository }: Shop): string {
  const board = [...repository.items.values()].find(({ title }) => title.startsWith("What we learned"));
  return board?.body ?? "";
}

/** All that the app wrote, place by place. */
function written({ shop, issue, first, second }: Told): readonly string[] {
  const questions = questionsOn(issue).map(({ body }) => body);
  return [...questions, checkTextOf(shop, first), checkTextOf(shop, second), boardOf(shop)];
}

function publish({ people, repository }: Shop) {
  people.setVisibility({ repository, visibility: "public", by: "ada" });
}

async function minutes(shop: Shop, count: number) {
  await shop.settle();
  for (let minute = 0; minute < count; minute += 1) await shop.later(1);
}

/** Whether a number that was read inside stands there, place by place. */
function inside(told: Told): readonly boolean[] {
  return written(told).map((text) => INSIDE.test(text));
}

const FILE = ".github/outcome.yml";

const nowhere = [false, false, false, false, false];

function expectTheRest(told: Told) {
  expect(written(told)[0]).toContain("It is the price.");
  expect(written(told)[2]).toContain("abandoned carts");
  expect(written(told)[2]).toContain("outcome-record");
}

test("what was read inside leaves every place within minutes of a repository being made public, and asks nobody", async () => {
  const told = await learnTwice();
  expect(inside(told)).toEqual([true, true, true, true, true]);
  publish(told.shop);
  told.shop.github.requests.clear();
  await minutes(told.shop, 3);
  expect(inside(told)).toEqual(nowhere);
  expectTheRest(told);
  expect(requestsOf(told.shop, "write").toSorted()).toEqual([
    "checks/update",
    "checks/update",
    "issues/update",
    "issues/update-comment",
    "issues/update-comment",
  ]);
  told.shop.github.requests.clear();
  await told.shop.later(DAY);
  expect(requestsOf(told.shop, "write")).toEqual([]);
});

test("a change of who sees it that nobody was told of is found with the next sweep", async () => {
  const told = await learnTwice();
  await unheard(told.shop, () => publish(told.shop));
  await told.shop.later(60);
  await minutes(told.shop, 3);
  expect(inside(told)).toEqual(nowhere);
  expectTheRest(told);
});

test.each(["before", "after"] as const)(
  "GitHub's failures %s it did the work leave nothing inside to be seen",
  async (moment) => {
    const told = await learnTwice();
    for (const on of ["checks/update", "issues/update-comment", "issues/update"]) {
      told.shop.github.faults.add({ on, does: { kind: "answers", status: 500, moment }, times: 2 });
    }
    publish(told.shop);
    await minutes(told.shop, 3);
    await minutes(told.shop, 10);
    expect(inside(told)).toEqual(nowhere);
    expectTheRest(told);
  },
);

test("what was made public while the configuration was broken is made up for once that is repaired", async () => {
  const told = await learnTwice();
  const { people, repository } = told.shop;
  const configure = (text: string) => people.commitFiles({ repository, by: "ada", files: { [FILE]: text } });
  configure("mode: perhaps\n");
  await minutes(told.shop, 3);
  publish(told.shop);
  await minutes(told.shop, 3);
  // Each hour is a sweep.
  for (let hour = 0; hour < 2; hour += 1) await told.shop.later(60);
  configure("{}\n");
  await minutes(told.shop, 3);
  expect(inside(told)).toEqual(nowhere);
  expectTheRest(told);
});

test("an app that stops while it looks at what was made public goes on when it is back", async () => {
  const told = await learnTwice();
  const { people, repository, github } = told.shop;
  github.faults.add({ on: "Served", does: { kind: "answers", status: 502, moment: "before" }, times: 3 });
  github.faults.add({ on: "issues/update-comment", does: { kind: "answers", status: 502, moment: "after" }, times: 1 });
  publish(told.shop);
  people.setVisibility({ repository, visibility: "private", by: "ada" });
  publish(told.shop);
  await told.shop.settle();
  await told.shop.away(1, () => {});
  await minutes(told.shop, 10);
  expect(inside(told)).toEqual(nowhere);
  expectTheRest(told);
});

test("what members may see is told again once it is private, but for the checks, which nobody writes twice", async () => {
  const told = await learnTwice();
  publish(told.shop);
  await minutes(told.shop, 3);
  told.shop.people.setVisibility({ repository: told.shop.repository, visibility: "private", by: "ada" });
  await minutes(told.shop, 3);
  expect(inside(told)).toEqual([false, true, false, false, true]);
});

test("a store that is lost while a repository is made public leaves nothing inside to be seen", async () => {
  const carts = await countCarts({ public: false });
  carts.tell(41.77);
  const shop = await openFollowingShop({ ...carts.options, visibility: "private" });
  const issue = shop.issue();
  const first = await mergeFor(shop, issue, BY_CARTS);
  await until(shop, "2026-03-17T10:01:00Z");
  await unheard(shop, () => publish(shop));
  await shop.away(1, () => {});
  await minutes(shop, 10);
  const told = { shop, issue, first, second: first };
  expect(inside(told)).toEqual([false, false, false, false]);
  expect(labelsOf(issue)).toEqual(["outcome: due"]);
});

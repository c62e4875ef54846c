import { expect, test } from "vitest";
import type { Issue, PullRequest } from "../../src/sandbox/github/state/model.ts";
import { answersOn, reactionsTo, say } from "../support/commands.ts";
import { DAY, mergeFor, openFollowingShop, questionsOn, remindersOn, until } from "../support/follow-up-stories.ts";
import { labelsOf, ownComments } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

interface Life {
  readonly shop: Shop;
  readonly issue: Issue;
  readonly merged: readonly PullRequest[];
}

/** Something is followed up on a problem, up to where that is deleted. */
type Before = (shop: Shop, issue: Issue) => Promise<readonly PullRequest[]>;

async function live(before: Before, lose: "keeps" | "loses"): Promise<Life> {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const merged = await before(shop, issue);
  shop.people.deleteIssue({ issue, by: "ada" });
  await shop.settle();
  // The app starts with an empty store, and reads back what it can.
  if (lose === "loses") await shop.away(1, () => {});
  await shop.later(5);
  return { shop, issue, merged };
}

const asked: Before = async (shop, issue) => {
  const merged = [await mergeFor(shop, issue), await mergeFor(shop, issue)];
  await until(shop, "2026-03-17T10:01:00Z");
  return merged;
};

const answered: Before = async (shop, issue) => {
  const merged = await asked(shop, issue);
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  return merged;
};

const unmeasured: Before = async (shop, issue) => {
  const merged = await asked(shop, issue);
  for (const day of ["03-24", "03-31", "04-07"]) await until(shop, `2026-${day}T10:01:00Z`);
  return merged;
};

const cancelled: Before = async (shop, issue) => {
  const merged = [await mergeFor(shop, issue)];
  shop.people.removeLabel({ on: issue, label: "outcome: pending", by: "ada" });
  await shop.settle();
  return merged;
};

const learnedBefore: Before = async (shop, issue) => {
  const merged = await answered(shop, issue);
  return [...merged, await mergeFor(shop, issue)];
};

/** What people see of it, and what they hear of an answer. */
async function tell({ shop, merged }: Life, answeredOn: PullRequest) {
  const states: unknown[] = [merged.map(labelsOf)];
  for (let week = 0; week < 3; week += 1) {
    await shop.later(7 * DAY);
    await shop.later(2);
    states.push(merged.map((one) => [labelsOf(one), questionsOn(one).length, remindersOn(one).length]));
  }
  const answer = await say(shop, answeredOn, { by: "ada", body: "/outcome invalidated They are back." });
  await shop.later(1);
  return { states, heard: [reactionsTo(answer), answersOn(answeredOn).length, merged.map(labelsOf)] };
}

const befores: readonly [string, Before, unknown][] = [
  ["was asked", asked, ["outcome: invalidated"]],
  ["was answered", answered, ["outcome: invalidated"]],
  ["nobody answered in time", unmeasured, ["outcome: invalidated"]],
  ["was cancelled", cancelled, ["outcome: invalidated"]],
];

/** For how long five weeks may take, lived twice, where much else is going on. */
const TWO_LIVES_MS = 180_000;

test.each(befores)(
  "what %s on a problem that is deleted can be answered on what was merged for it, also where the store was lost",
  async (_title, before, labels) => {
    const told = [];
    for (const store of ["keeps", "loses"] as const) {
      const life = await live(before, store);
      const [first] = life.merged;
      if (first === undefined) throw new Error("nothing was merged");
      const { states, heard } = await tell(life, first);
      expect(heard).toEqual([["+1"], 0, life.merged.map(() => labels)]);
      expect(life.merged.flatMap(questionsOn)).toEqual([]);
      told.push(states);
    }
    expect(told[0]).toEqual(told[1]);
  },
  TWO_LIVES_MS,
);

test(
  "what is merged after an answer is asked about on itself once the problem is gone, and what was learned before stands",
  { timeout: TWO_LIVES_MS },
  async () => {
    const told = [];
    for (const store of ["keeps", "loses"] as const) {
      const life = await live(learnedBefore, store);
      const [first, second, third] = life.merged;
      if (first === undefined || second === undefined || third === undefined) throw new Error("three were merged");
      const { states, heard } = await tell(life, third);
      expect(heard).toEqual([["+1"], 0, [["outcome: validated"], ["outcome: validated"], ["outcome: invalidated"]]]);
      expect([first, second, third].map((one) => questionsOn(one).length)).toEqual([0, 0, 1]);
      told.push(states);
    }
    expect(told[0]).toEqual(told[1]);
  },
);

test("what was learned on a problem that is deleted stays on the board, with what was answered since", async () => {
  const { shop, merged } = await live(answered, "keeps");
  const board = () =>
    [...shop.repository.items.values()].find(({ title }) => title.startsWith("What we learned"))?.body;
  await shop.later(2);
  expect(board()).toContain("Fewer carts are left.");
  const [, second] = merged;
  if (second === undefined) throw new Error("two were merged");
  await say(shop, second, { by: "ada", body: "/outcome inconclusive The season was over." });
  await shop.later(2);
  expect(board()).toContain("The season was over.");
  expect(board()).not.toContain("Fewer carts are left.");
});

test("an answer on what was merged keeps its words on the board once it is looked at again", async () => {
  const { shop, merged } = await live(asked, "keeps");
  const board = () =>
    [...shop.repository.items.values()].find(({ title }) => title.startsWith("What we learned"))?.body;
  const [first, second] = merged;
  if (first === undefined || second === undefined) throw new Error("two were merged");
  await say(shop, second, { by: "ada", body: "/outcome inconclusive The season was over." });
  shop.people.addLabel({ on: first, label: "bug", by: "ada" });
  await shop.settle();
  await shop.later(2);
  expect(board()).toContain("The season was over.");
});

/** GitHub shows it to nobody for a while: issues are switched off, or it is in trouble. */
async function hide({ repository, settle, people }: Shop, issue: Issue, meanwhile: () => Promise<void>) {
  repository.items.delete(issue.number);
  const wake = [...repository.items.values()].find((one) => one.kind === "PullRequest");
  if (wake !== undefined) people.addLabel({ on: wake, label: "hidden", by: "ada" });
  await settle();
  await meanwhile();
  repository.items.set(issue.number, issue);
}

test("a problem that is back after a moment is asked about there, and nowhere else", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await hide(shop, issue, async () => {});
  await until(shop, "2026-03-17T10:01:00Z");
  expect([questionsOn(issue).length, ownComments(pullRequest).length]).toEqual([1, 0]);
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  expect([issue, pullRequest].map(labelsOf)).toEqual([["outcome: validated"], ["hidden", "outcome: validated"]]);
});

test("a problem that is back after people were asked elsewhere is not asked about again, and can be answered there", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  await hide(shop, issue, () => until(shop, "2026-03-17T10:01:00Z"));
  expect([questionsOn(issue).length, questionsOn(pullRequest).length]).toEqual([0, 1]);
  await until(shop, "2026-03-24T10:01:00Z");
  await shop.later(5);
  expect([questionsOn(issue).length, questionsOn(pullRequest).length]).toEqual([0, 1]);
  await say(shop, issue, { by: "ada", body: "/outcome validated Fewer carts are left." });
  expect([issue, pullRequest].map(labelsOf)).toEqual([["outcome: validated"], ["hidden", "outcome: validated"]]);
});

test("what GitHub shows nothing of when its day has come is asked about once it is back", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  for (const { number } of [issue, pullRequest]) shop.repository.items.delete(number);
  await until(shop, "2026-03-17T10:05:00Z");
  for (const item of [issue, pullRequest]) shop.repository.items.set(item.number, item);
  await shop.later(60);
  expect([questionsOn(issue).length, ownComments(pullRequest).length]).toEqual([1, 0]);
});

test("what GitHub does not show when its problem is deleted is followed up with the rest", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const [first, second] = [await mergeFor(shop, issue), await mergeFor(shop, issue)];
  shop.repository.items.delete(second.number);
  shop.people.deleteIssue({ issue, by: "ada" });
  await shop.settle();
  shop.repository.items.set(second.number, second);
  await until(shop, "2026-03-17T10:05:00Z");
  await shop.later(60);
  expect([first, second].map((one) => [labelsOf(one), questionsOn(one).length])).toEqual([
    [["outcome: due"], 1],
    [["outcome: due"], 0],
  ]);
});

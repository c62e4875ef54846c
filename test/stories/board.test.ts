import { expect, test } from "vitest";
import type { Failure } from "../../src/sandbox/github/server/faults.ts";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { say } from "../support/commands.ts";
import { DAY, mergeFor, openFollowingShop, until } from "../support/follow-up-stories.ts";
import { labelsOf, repeatDeliveries, requestsOf, SLUG } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** All that the app opened here, whatever it is. */
function boardsOf({ repository }: Shop): readonly Issue[] {
  return [...repository.items.values()].flatMap((item) =>
    item.kind === "Issue" && item.author.login === SLUG ? [item] : [],
  );
}

function boardOf(shop: Shop): Issue {
  const [board, ...others] = boardsOf(shop);
  if (board === undefined) throw new Error("There is no board.");
  expect(others).toEqual([]);
  return board;
}

function isPinned({ github }: Shop, issue: Issue): boolean {
  return github.state.pinned.includes(issue);
}

test("a board appears with the first merged work, pinned, and is edited in place from then on", async () => {
  const shop = await openFollowingShop();
  await shop.later(2);
  expect(boardsOf(shop)).toEqual([]);
  const [first, second] = [shop.issue({ title: "The total is hidden" }), shop.issue({ title: "The search is slow" })];
  await mergeFor(shop, first);
  await shop.later(2);
  const board = boardOf(shop);
  expect(board).toMatchObject({ title: "What we learned, and what we look at next", state: "open" });
  expect(labelsOf(board)).toEqual(["outcome: board"]);
  expect(isPinned(shop, board)).toBe(true);
  expect(board.body).toContain("`#1 The total is hidden`");
  expect(board.body).not.toContain("The search is slow");
  await mergeFor(shop, second);
  await shop.later(2);
  expect(boardOf(shop).body).toContain("The search is slow");
  await until(shop, "2026-03-17T10:01:00Z");
  await shop.later(2);
  expect(board.body).toMatch(/## Due now[\s\S]*The total is hidden[\s\S]*## Pending/);
  await say(shop, first, { by: "ada", body: "/outcome invalidated Prices were no surprise to anybody." });
  await shop.later(2);
  expect(board.body).toMatch(/## Learned lately[\s\S]*\*\*invalidated\*\*, 17 March 2026 \| `Prices were no surprise/);
  expect(boardOf(shop)).toBe(board);
  await repeatDeliveries(shop);
});

test("many changes within a minute are one edit, and where nothing changed there is none", async () => {
  const shop = await openFollowingShop();
  const issues = Array.from({ length: 5 }, () => shop.issue());
  for (const issue of issues) await mergeFor(shop, issue);
  await shop.later(2);
  const board = boardOf(shop);
  shop.github.requests.clear();
  for (const issue of issues) await say(shop, issue, { by: "ada", body: "/outcome validated It helped." });
  await shop.later(2);
  expect(board.body).toContain("It helped.");
  expect(requestsOf(shop, "write").filter((operation) => operation === "issues/update")).toHaveLength(1);
  shop.github.requests.clear();
  await shop.later(3 * DAY);
  await shop.later(2);
  expect(requestsOf(shop, "read")).toContain("Board");
  expect(requestsOf(shop, "write")).toEqual([]);
});

test("a change on a board that is known costs two reads and one write, and its own echo nothing", async () => {
  const shop = await openFollowingShop();
  await mergeFor(shop, shop.issue());
  await shop.later(2);
  await mergeFor(shop, shop.issue());
  shop.github.requests.clear();
  await shop.later(2);
  expect(requestsOf(shop, "read")).toEqual(["Configuration", "Board"]);
  expect(requestsOf(shop, "write")).toEqual(["issues/update"]);
});

const lost: readonly Failure[] = [
  { kind: "answers", status: 500, moment: "after" },
  { kind: "resets", moment: "after" },
  { kind: "answers", status: 500, moment: "before" },
];

const making = ["issues/create", "Pin"].flatMap((on) => lost.map((does) => ({ on, does })));

test.each(making)("there is one board, and it is pinned, where making it failed: $on, $does", async ({ on, does }) => {
  const shop = await openFollowingShop();
  shop.github.faults.add({ on, does });
  await mergeFor(shop, shop.issue());
  for (let minute = 0; minute < 5; minute += 1) await shop.later(1);
  const board = boardOf(shop);
  expect(isPinned(shop, board)).toBe(true);
  expect(board.body).toContain("The total is hidden on small screens");
});

test("after a loss of the store the same board is found again, and one that a person unpinned stays unpinned", async () => {
  const shop = await openFollowingShop();
  await mergeFor(shop, shop.issue());
  await shop.later(2);
  const board = boardOf(shop);
  shop.github.state.pinned.splice(0);
  await shop.away(10, () => {});
  await shop.later(5);
  await mergeFor(shop, shop.issue({ title: "The search is slow" }));
  await shop.later(5);
  expect(boardOf(shop)).toBe(board);
  expect(board.body).toContain("The total is hidden on small screens");
  expect(board.body).toContain("The search is slow");
  expect(isPinned(shop, board)).toBe(false);
});

test("a board that a person closed is left alone, and lives on when it is opened again", async () => {
  const shop = await openFollowingShop();
  await mergeFor(shop, shop.issue());
  await shop.later(2);
  const board = boardOf(shop);
  const before = board.body;
  shop.people.closeIssue({ issue: board, by: "ada" });
  const issue = shop.issue({ title: "The search is slow" });
  await mergeFor(shop, issue);
  await shop.later(2);
  expect(boardOf(shop)).toMatchObject({ state: "closed", body: before });
  shop.people.reopenIssue({ issue: board, by: "ada" });
  await say(shop, issue, { by: "ada", body: "/outcome validated It is fast." });
  await shop.later(2);
  expect(board.body).toContain("It is fast.");
});

test("a board that a person deleted is not made again", async () => {
  const shop = await openFollowingShop();
  await mergeFor(shop, shop.issue());
  await shop.later(2);
  shop.people.deleteIssue({ issue: boardOf(shop), by: "ada" });
  for (let count = 0; count < 2; count += 1) {
    await mergeFor(shop, shop.issue());
    await shop.later(2);
  }
  expect(boardsOf(shop)).toEqual([]);
});

test("a title that a person gave it stays", async () => {
  const shop = await openFollowingShop();
  await mergeFor(shop, shop.issue());
  await shop.later(2);
  const board = boardOf(shop);
  shop.people.editIssue({ issue: board, by: "ada", title: "Our learnings" });
  await mergeFor(shop, shop.issue({ title: "The search is slow" }));
  await shop.later(2);
  expect(boardOf(shop).title).toBe("Our learnings");
  expect(board.body).toContain("The search is slow");
});

test("there is none where the configuration says so, and one of another name where it says that", async () => {
  const without = await openFollowingShop({ config: "board: false\n" });
  await mergeFor(without, without.issue());
  await without.later(2);
  expect(boardsOf(without)).toEqual([]);
  const named = await openFollowingShop({ config: "board:\n  title: Learnings\n  label: learnings\n  pin: false\n" });
  await mergeFor(named, named.issue());
  await named.later(2);
  const board = boardOf(named);
  expect([board.title, labelsOf(board), isPinned(named, board)]).toEqual(["Learnings", ["learnings"], false]);
});

test("it tells what was declined and why people opted out, once a day where nothing else changes", async () => {
  const shop = await openFollowingShop({ config: "opt_out: anyone\n" });
  const [problem, declined] = ["The total is hidden", "No dark mode"].map((title) =>
    shop.issue({ title, labels: ["problem"] }),
  );
  await mergeFor(shop, problem ?? null);
  await shop.later(2);
  await shop.open("No outcome: a typing mistake.");
  await shop.later(2);
  const board = boardOf(shop);
  expect(board.body).toMatch(/## Opt-outs[\s\S]*`a typing mistake\.?`/);
  expect(board.body).toMatch(/## Problems[\s\S]*No dark mode/);
  if (declined !== undefined) shop.people.closeIssue({ issue: declined, by: "ada", reason: "not_planned" });
  for (let count = 0; count < 2; count += 1) await shop.later(DAY);
  expect(board.body).toMatch(/## Decided not to[\s\S]*No dark mode/);
});

test("where the app may not write issues nothing is tried in a loop", async () => {
  const shop = await openFollowingShop();
  shop.github.faults.add({ on: "issues/create", does: { kind: "answers", status: 403, moment: "before" }, times: 99 });
  await mergeFor(shop, shop.issue());
  await shop.later(2);
  shop.github.requests.clear();
  for (let minute = 0; minute < 30; minute += 1) await shop.later(1);
  expect(requestsOf(shop, "write")).toEqual([]);
});

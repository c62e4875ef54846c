import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, issue, otherBot, repository, us } from "./support/things.ts";

stayOffline();

const shop = { owner: "acme", name: "shop" };
const here = { databaseId: 500, name: "shop", owner: { __typename: "Organization", login: "acme" } };

function board(number: number, fields: Readonly<Record<string, unknown>> = {}) {
  return issue({ id: `I_${number}`, number, author: us, isPinned: true, locked: false, repository: here, ...fields });
}

/** Issues with the label, the oldest first, as GitHub is asked for them. */
function labelled(issues: readonly ReturnType<typeof board>[]) {
  const asked: unknown[] = [];
  const list = (page: { labels: readonly string[]; first: number }) => {
    asked.push(page.labels);
    return paged(issues)(page);
  };
  const find = ({ number }: { number: number }) => issues.find((one) => one.number === number) ?? notFound();
  const log = answerFrom({ repository: () => repository({ issues: list, issue: find }) });
  return { log, asked };
}

const find = () => testReader().findBoard(shop, "outcome: board");

test("the issue with the label that this app wrote is the board", async () => {
  const { asked } = labelled([board(12)]);
  expect(await find()).toEqual({
    number: 12,
    nodeId: "I_12",
    title: "Search is slow",
    body: "It takes 8 s",
    state: "open",
    isPinned: true,
    locked: false,
  });
  expect(asked).toEqual([["outcome: board"]]);
});

test.each([
  ["a person", { author: alice }],
  ["a person named like us", { author: { __typename: "User", login: "outcome-link" } }],
  ["another app", { author: otherBot }],
  ["a deleted account", { author: null }],
])("what %s labelled so is no board", async (_name, fields) => {
  const { log } = labelled([board(12, fields)]);
  expect(await find()).toBeNull();
  expect(log.queries).toHaveLength(1);
});

test.each([
  ["the oldest of two", [board(3), board(5)], 3],
  ["an open one before an older one that was closed", [board(3, { state: "CLOSED" }), board(5)], 5],
  ["a closed one where there is no other", [board(3, { state: "CLOSED" }), board(5, { author: alice })], 3],
])("%s is the board", async (_name, issues, number) => {
  labelled(issues);
  expect(await find()).toMatchObject({ number: number });
});

test("that it is closed, locked and not pinned is told", async () => {
  labelled([board(3, { state: "CLOSED", locked: true, isPinned: null })]);
  expect(await find()).toMatchObject({ state: "closed", locked: true, isPinned: false });
});

test.each([
  ["the 101st with its label", 100, 3],
  ["the 500th", 499, 6],
])("the board is found when it is %s", async (_name, before, queries) => {
  const others = Array.from({ length: before }, (_, at) => board(1000 + at, { author: alice }));
  const { log } = labelled([...others, board(12)]);
  expect(await find()).toMatchObject({ number: 12 });
  expect(log.queries).toHaveLength(queries);
});

test("of two that were closed, a hundred issues apart, it is the older", async () => {
  const others = Array.from({ length: 100 }, (_, at) => board(1000 + at, { author: alice }));
  labelled([board(3, { state: "CLOSED" }), ...others, board(12, { state: "CLOSED" })]);
  expect(await find()).toMatchObject({ number: 3 });
});

test("where thousands have the label, it is not taken for sure that there is no board", async () => {
  const { log } = labelled(Array.from({ length: 2001 }, (_, at) => board(1000 + at, { author: alice })));
  expect(await failureOf(find())).toEqual({ kind: "unexpected" });
  expect(log.queries).toHaveLength(20);
});

const read = (number: number) => testReader().readBoard(shop, number);

test("a known board is read by its number in one query", async () => {
  const { log } = labelled([board(12)]);
  expect(await read(12)).toMatchObject({ number: 12 });
  expect(log.queries).toHaveLength(1);
});

test.each([
  ["is gone", []],
  ["was moved to another repository", [board(12, { repository: { ...here, databaseId: 900 } })]],
  ["is somebody else's", [board(12, { author: alice })]],
])("a known board that %s is none", async (_name, issues) => {
  labelled(issues);
  expect(await read(12)).toBeNull();
});

test("in a repository that cannot be seen, nothing tells whether there is one", async () => {
  answerFrom({ repository: () => notFound() });
  expect(await find()).toBe("unseen");
  expect(await read(12)).toBe("unseen");
});

test.each([
  ["issues are switched off", { hasIssuesEnabled: false }, "NOT_FOUND"],
  ["the app may not read issues for now", {}, "FORBIDDEN"],
])("where %s, nothing tells whether a known board is there", async (_name, fields, type) => {
  answerFrom({ repository: () => repository({ issue: () => graphqlError(type), ...fields }) });
  expect(await read(12)).toBe("unseen");
});

test.each([
  ["the list", { issues: () => graphqlError(null) }, find],
  ["a part of the list", { issues: () => ({ ...paged([])({ first: 1 }), nodes: [graphqlError("FORBIDDEN")] }) }, find],
  ["the issue", { issue: () => graphqlError(null) }, () => read(12)],
  ["the issue, without saying why", { issue: () => null }, () => read(12)],
])("when GitHub fails to give %s, that is an error: another board would be made", async (_name, fields, ask) => {
  answerFrom({ repository: () => repository(fields) });
  expect(await failureOf(ask())).toEqual({ kind: "unexpected" });
});

test("when GitHub gives no repository without saying why, that is an error, too", async () => {
  answerFrom({ repository: () => null });
  expect(await failureOf(find())).toEqual({ kind: "unexpected" });
});

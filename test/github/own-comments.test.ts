import { expect, test } from "vitest";
import { testReader } from "./support/clients.ts";
import { answerFrom, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import {
  alice,
  comment,
  issue,
  marker,
  only,
  otherBot,
  ownComment,
  pullRequest,
  repository,
} from "./support/things.ts";

const reference = { owner: "acme", name: "shop", number: 7 };
const cold = { kind: "cold" } as const;
const warm = { kind: "present", id: 5, nodeId: "IC_5", minimisedByUs: false } as const;

stayOffline();

function conversation(comments: readonly object[]) {
  const nodes = new Map(comments.map((one) => ["id" in one ? one.id : "", one]));
  const open = pullRequest({ comments: paged(comments) });
  return answerFrom({
    repository: only(repository({ pullRequest: () => open })),
    node: ({ id }: { id: string }) => (id === "PR_7" ? open : (nodes.get(id) ?? notFound())),
  });
}

function others(count: number) {
  return Array.from({ length: count }, (_, index) => comment(1000 + index));
}

async function ownIds(known: typeof cold | typeof warm) {
  const reading = await testReader().readPullRequest(reference, known);
  return reading?.thread.ownComments.map((one) => one.id);
}

test.each([
  ["the first", 0, 1],
  ["the 100th", 99, 1],
  ["the 101st", 100, 2],
  ["the 201st", 200, 3],
])("with nothing known, our comment is found when it is %s", async (_name, before, queries) => {
  const log = conversation([...others(before), ownComment(5)]);
  expect(await ownIds(cold)).toEqual([5]);
  expect(log.queries).toHaveLength(queries);
});

test("all comments of ours are found, oldest first, however far apart", async () => {
  conversation([ownComment(5), ...others(150), ownComment(3000)]);
  expect(await ownIds(cold)).toEqual([5, 3000]);
});

test.each([
  ["a person with our marker", { author: alice, body: marker }],
  ["a person named like us", { author: { __typename: "User", login: "outcome-link" }, body: marker }],
  ["another app with our marker", { author: otherBot, body: marker }],
  ["a deleted account with our marker", { author: null, body: marker }],
  ["us without a marker", { body: "Thanks!" }],
  ["us, quoting the marker further on", { body: `> ${marker}` }],
])("a comment by %s is not ours", async (_name, fields) => {
  conversation([ownComment(4, fields)]);
  expect(await ownIds(cold)).toEqual([]);
});

test("a known comment comes with the one query, among any number of others", async () => {
  const log = conversation([...others(1000), ownComment(5)]);
  expect(await ownIds(warm)).toEqual([5]);
  expect(log.queries).toHaveLength(1);
  expect(log.queries[0]).not.toMatch(/(?<!heard: )comments\(/);
});

test("a known comment that was deleted is no comment", async () => {
  conversation([]);
  expect(await ownIds(warm)).toEqual([]);
});

test("where there is known to be none, none is asked for", async () => {
  const log = conversation(others(3));
  const reading = await testReader().readPullRequest(reference, { kind: "none" });
  expect(reading?.thread.ownComments).toEqual([]);
  expect(log.queries[0]).not.toMatch(/(?<!heard: )comments\(|node\(/);
});

test("an id that outgrew 32 bits is read exactly", async () => {
  conversation([ownComment(5, { fullDatabaseId: "3123456789" })]);
  expect(await ownIds(cold)).toEqual([3123456789]);
});

test.each([
  [
    { isMinimized: true, minimizedReason: "RESOLVED" },
    { minimised: true, minimisedReason: "resolved" },
  ],
  [
    { isMinimized: true, minimizedReason: "off-topic" },
    { minimised: true, minimisedReason: "off-topic" },
  ],
  [
    { isMinimized: false, minimizedReason: null },
    { minimised: false, minimisedReason: null },
  ],
])("a comment that stands as %o is told as such", async (fields, expected) => {
  conversation([ownComment(5, fields)]);
  const reading = await testReader().readPullRequest(reference, cold);
  expect(reading?.thread.ownComments[0]).toMatchObject({ nodeId: "IC_5", ...expected });
});

test("our comment on an issue is found when it is the 101st", async () => {
  const open = issue({ comments: paged([...others(100), ownComment(5)]) });
  answerFrom({ repository: only(repository({ issue: () => open })), node: () => open });
  const reading = await testReader().readProblem({ ...reference, number: 12 }, cold);
  expect(reading?.thread.ownComments.map((one) => one.id)).toEqual([5]);
});

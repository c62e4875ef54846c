import { expect, test } from "vitest";
import { failureOf, testClient, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { head, headWith, mergedOne } from "./support/merged.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, comment, otherBot, pullRequest, repository, thread, us } from "./support/things.ts";

const shop = { owner: "acme", name: "shop" };

stayOffline();

function holding(found: Readonly<Record<number, unknown>>) {
  const answer = ({ number }: { number: number }) => found[number] ?? notFound();
  return answerFrom({ repository: () => repository({ name: "store", pullRequest: answer }) });
}

const read = async (fields: object) => {
  holding({ 7: mergedOne(7, { ...fields }) });
  return (await testReader().readServed(shop, [7]))[0];
};

test("a merged pull request is read with its commit, labels and record, under the name that its repository has now", async () => {
  expect(await read({ labels: paged([{ name: "outcome: pending" }]), lastEditedAt: "2025-02-03T10:00:00Z" })).toEqual({
    reference: { owner: "acme", name: "store", number: 7 },
    title: "Faster search",
    author: { login: "alice", kind: "user" },
    mergedAt: new Date("2025-02-02T10:00:00Z"),
    editedAt: new Date("2025-02-03T10:00:00Z"),
    mergeCommit: "c".repeat(40),
    headSha: head,
    labels: ["outcome: pending"],
    labelEvents: [],
    recordText: "record",
    commandComments: [],
  });
});

test.each([
  [[], null],
  [["old", "new"], "new"],
])("of runs that say %j, the newest is its record", async (runs, expected) => {
  expect((await read({ runs }))?.recordText).toBe(expected);
});

test("a run on another commit than the head is not its record", async () => {
  const other = await read({ commits: paged([headWith("b".repeat(40), ["of another"])]) });
  expect(other?.recordText).toBeNull();
});

test("who put labels on and took them off is told, and which of it this app did", async () => {
  const events = [
    { __typename: "LabeledEvent", createdAt: "2025-02-03T10:00:00Z", actor: us, label: { name: "outcome: pending" } },
    { __typename: "UnlabeledEvent", createdAt: "2025-02-04T10:00:00Z", actor: alice, label: { name: "wontfix" } },
    { __typename: "LabeledEvent", createdAt: "2025-02-05T10:00:00Z", actor: null, label: { name: "ghost" } },
  ];
  const { labelEvents } = (await read(thread("PR_7", events))) ?? {};
  expect(labelEvents).toEqual([
    { kind: "labelled", name: "outcome: pending", at: new Date("2025-02-03T10:00:00Z"), by: bot(us.login), ours: true },
    { kind: "unlabelled", name: "wontfix", at: new Date("2025-02-04T10:00:00Z"), by: user("alice"), ours: false },
    { kind: "labelled", name: "ghost", at: new Date("2025-02-05T10:00:00Z"), by: null, ours: false },
  ]);
});

function labelled(actor: object, name: string) {
  return { __typename: "LabeledEvent", createdAt: "2025-02-03T10:00:00Z", actor, label: { name } };
}

test("a label that a person put on counts though a bot put labels on a hundred times since", async () => {
  const events = [
    labelled(alice, "outcome: validated"),
    ...Array.from({ length: 100 }, () => labelled(otherBot, "stale")),
  ];
  const merged = mergedOne(7, thread("PR_7", events));
  const log = answerFrom({ repository: () => repository({ pullRequest: () => merged }), node: () => merged });
  const [served] = await testReader().readServed(shop, [7]);
  expect(served?.labelEvents[0]).toMatchObject({ name: "outcome: validated", by: user("alice") });
  expect([served?.labelEvents.length, log.queries.length]).toEqual([101, 2]);
});

const bot = (login: string) => ({ login, kind: "bot" });
const user = (login: string) => ({ login, kind: "user" });

const theirs = [
  comment(300, { body: "/outcome validated", author: otherBot }),
  comment(301, { body: "/outcome validated", author: null }),
];

/** An answer, below which others wrote so much. */
const buried = (newer: number, body?: string) => [
  comment(1, { body: "/outcome validated it sells" }),
  ...Array.from({ length: newer }, (_, at) => comment(at + 2, body === undefined ? {} : { body })),
];

test.each([
  [0, 1],
  [97, 1],
  [98, 2],
  [330, 4],
  [2_497, 25],
])("an answer below which others wrote %i more comments counts; that is %i queries", async (newer, queries) => {
  const log = holding({ 7: mergedOne(7, { comments: paged([...buried(newer), ...theirs]) }) });
  const [served] = await testReader().readServed(shop, [7]);
  expect(served?.commandComments.map(({ id }) => id)).toEqual([1]);
  expect(log.queries).toHaveLength(queries);
});

test("comments too long for one answer keep none of their answers from being read", async () => {
  const numbers = [7, 8, 9];
  const comments = paged(buried(210, "x".repeat(300)));
  const log = holding(Object.fromEntries(numbers.map((number) => [number, mergedOne(number, { comments })])));
  const client = testClient({ bounds: { headersMs: 10_000, totalMs: 10_000, bytes: 40_000 } });
  const served = await testReader({ client }).readServed(shop, numbers);
  expect(served.map((one) => one?.commandComments.map(({ id }) => id))).toEqual([[1], [1], [1]]);
  expect(log.queries[1]).toContain("last: 5");
  // Five halves of each: what was too much is not asked for again.
  expect(log.queries).toHaveLength(2 + 3 * 5);
});

test.each([
  ["is gone, or is an issue", { 8: mergedOne(8) }],
  ["is open", { 7: pullRequest({ number: 7 }), 8: mergedOne(8) }],
])("what %s is null, and the others stand at their places", async (_name, found) => {
  holding(found);
  const served = await testReader().readServed(shop, [7, 8]);
  expect(served.map((one) => one?.reference.number ?? null)).toEqual([null, 8]);
});

test.each([
  ["one of them", repository({ pullRequest: ({ number }: { number: number }) => failing(number) })],
  ["all of it", () => graphqlError(null)],
])("when GitHub fails to tell of %s, nothing is told", async (_name, found) => {
  answerFrom({ repository: found });
  expect(await failureOf(testReader().readServed(shop, [7, 8]))).toEqual({ kind: "unexpected" });
});

const failing = (number: number) => (number === 8 ? graphqlError(null) : mergedOne(number));

test("in a repository that cannot be seen there is none", async () => {
  answerFrom({ repository: () => notFound() });
  expect(await testReader().readServed(shop, [7, 8])).toEqual([null, null]);
});

test.each([
  [0, 0],
  [10, 1],
  [11, 2],
  [25, 3],
])("%i of them are read in %i queries, in their order", async (count, queries) => {
  const numbers = Array.from({ length: count }, (_, at) => 100 - at);
  const log = holding(Object.fromEntries(numbers.map((number) => [number, mergedOne(number)])));
  const served = await testReader().readServed(shop, numbers);
  expect(served.map((one) => one?.reference.number)).toEqual(numbers);
  expect(log.queries).toHaveLength(queries);
});

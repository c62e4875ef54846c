import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, comment, issue, only, otherBot, ownComment, pullRequest, repository } from "./support/things.ts";

const reference = { owner: "acme", name: "shop", number: 7 };
const cold = { kind: "cold" } as const;
const none = { kind: "none" } as const;
const warm = { kind: "present", id: 5, nodeId: "IC_5", minimisedByUs: false } as const;

const skip = (number: number, fields: object = {}) => comment(number, { body: "/outcome skip too small", ...fields });

stayOffline();

function conversation(comments: readonly object[], lost: Readonly<Record<string, unknown>> = {}) {
  const nodes = new Map<string, unknown>(comments.map((one) => ["id" in one ? String(one.id) : "", one]));
  const find = (id: string): unknown => lost[id] ?? nodes.get(id) ?? notFound();
  const open = pullRequest({ comments: paged(comments) });
  const problem = issue({ comments: paged(comments) });
  return answerFrom({
    repository: only(repository({ pullRequest: () => open, issue: () => problem })),
    node: ({ id }: { id: string }) => (id === "PR_7" ? open : find(id)),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map(find),
  });
}

test("with nothing known, people's commands are found among all comments, oldest first", async () => {
  conversation([skip(30), comment(31), ...Array.from({ length: 100 }, (_, i) => comment(200 + i)), skip(900)]);
  const reading = await testReader().readPullRequest(reference, cold);
  expect(reading?.thread.commandComments).toEqual([
    expect.objectContaining({
      id: 30,
      nodeId: "IC_30",
      author: { login: alice.login, kind: "user" },
      edited: false,
      hidden: false,
    }),
    expect.objectContaining({ id: 900, nodeId: "IC_900", body: "/outcome skip too small" }),
  ]);
});

test.each([
  ["another app", { author: otherBot }],
  ["a deleted account", { author: null }],
])("with nothing known, what %s wrote is no command", async (_name, fields) => {
  conversation([skip(30, fields)]);
  expect((await testReader().readPullRequest(reference, cold))?.thread.commandComments).toEqual([]);
});

test("of very many only the newest hundred count", async () => {
  conversation(Array.from({ length: 130 }, (_, i) => skip(1 + i)));
  const found = (await testReader().readPullRequest(reference, cold))?.thread.commandComments;
  expect(found?.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, i) => 31 + i));
});

test("of very many nobody's crowd out another's, and the repository's own come first", async () => {
  const flood = Array.from({ length: 130 }, (_, i) => skip(100 + i, { author: { ...alice, login: `p${i % 30}` } }));
  const [own, other] = [skip(1, { authorAssociation: "MEMBER" }), skip(2, { author: { ...alice, login: "grace" } })];
  conversation([own, other, ...flood]);
  const found = (await testReader().readPullRequest(reference, cold))?.thread.commandComments;
  expect(found?.map(({ id }) => id)).toEqual([1, 2, ...Array.from({ length: 98 }, (_, i) => 132 + i)]);
});

test("known commands come with the one query, together with our comment", async () => {
  const log = conversation([skip(30), ownComment(5), skip(40, { lastEditedAt: "2025-02-02T09:00:00Z" })]);
  const thread = (await testReader().readPullRequest(reference, warm, ["IC_40", "IC_30"]))?.thread;
  expect(thread?.commandComments.map(({ id, edited }) => ({ id, edited }))).toEqual([
    { id: 30, edited: false },
    { id: 40, edited: true },
  ]);
  expect(thread?.ownComments.map(({ id }) => id)).toEqual([5]);
  expect(log.queries).toHaveLength(1);
  expect(log.queries[0]).not.toMatch(/(?<!heard: )comments\(/);
});

test("those of an issue come with its one query as well", async () => {
  const log = conversation([skip(30)]);
  const reading = await testReader().readProblem(reference, none, ["IC_30"]);
  expect(reading?.thread.commandComments.map(({ id }) => id)).toEqual([30]);
  expect(log.queries).toHaveLength(1);
});

test("without known commands nothing more is asked for", async () => {
  const log = conversation([skip(30)]);
  expect((await testReader().readPullRequest(reference, none))?.thread.commandComments).toEqual([]);
  expect(log.queries[0]).not.toContain("nodes(ids");
});

test("a known command that was deleted leaves the others", async () => {
  conversation([skip(30)]);
  const reading = await testReader().readPullRequest(reference, none, ["IC_29", "IC_30"]);
  expect(reading?.thread.commandComments.map(({ id }) => id)).toEqual([30]);
});

test("what GitHub fails to answer for is not taken for deleted", async () => {
  conversation([skip(30)], { IC_30: graphqlError(null, "Something went wrong") });
  expect(await failureOf(testReader().readPullRequest(reference, none, ["IC_30"]))).toMatchObject({
    kind: "unexpected",
  });
});

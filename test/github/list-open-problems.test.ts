import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { repository } from "./support/things.ts";

const shop = { owner: "acme", name: "shop" };

stayOffline();

const nodes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    title: `Problem ${at + 1}`,
    body: "It is slow.",
    labels: { nodes: [{ name: "problem" }] },
    issueType: at === 0 ? { name: "Problem" } : null,
  }));

const list = (labels: readonly string[], types: readonly string[] = []) =>
  testReader().listOpenProblems(shop, { labels, types });

test.each([
  [0, 1, 0],
  [100, 1, 100],
  [101, 2, 101],
  [1500, 10, 1000],
])("of %i open issues with a label, in %i queries %i are listed", async (count, queries, listed) => {
  const log = answerFrom({ repository: () => repository({ issues: paged(nodes(count)) }) });
  expect(await list(["problem"])).toHaveLength(listed);
  expect(log.queries).toHaveLength(queries);
});

test("each label has a list of its own, and types have one of the newest issues; what is in several is listed once", async () => {
  const log = answerFrom({ repository: () => repository({ issues: paged(nodes(2)) }) });
  const found = await list(["problem", "pain"], ["Problem"]);
  expect(found).toEqual([
    { number: 2, title: "Problem 2", body: "It is slow.", labels: ["problem"], type: null },
    { number: 1, title: "Problem 1", body: "It is slow.", labels: ["problem"], type: "Problem" },
  ]);
  expect(log.queries).toHaveLength(3);
});

test("of all issues five hundred are looked through for their type, in whatever case, and others are not kept", async () => {
  const all = nodes(700).map((node, at) => ({
    ...node,
    issueType: at % 2 === 0 ? { name: "Problem" } : node.issueType,
  }));
  const log = answerFrom({ repository: () => repository({ issues: paged(all) }) });
  expect(await list([], ["problem"])).toHaveLength(250);
  expect(log.queries).toHaveLength(5);
});

test("a repository that cannot be seen lists none", async () => {
  answerFrom({ repository: () => notFound() });
  expect(await list(["problem"])).toEqual([]);
});

test("a list that GitHub failed to give is no empty list", async () => {
  answerFrom({ repository: () => repository({ issues: () => graphqlError(null) }) });
  expect(await failureOf(list(["problem"]))).toEqual({ kind: "unexpected" });
});

import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { repository } from "./support/things.ts";

stayOffline();

const list = () => testReader().listLabels({ owner: "acme", name: "shop" });

test.each([
  [0, 1],
  [100, 1],
  [101, 2],
])("all of %i labels are listed, in %i queries", async (count, queries) => {
  const all = Array.from({ length: count }, (_, at) => ({ name: `label ${at}`, description: `What ${at} means` }));
  const log = answerFrom({ repository: () => repository({ labels: paged(all) }) });
  expect(await list()).toEqual(all);
  expect(log.queries).toHaveLength(queries);
});

test("of very many labels the first thousand are listed", async () => {
  const all = Array.from({ length: 1001 }, (_, at) => ({ name: `label ${at}`, description: null }));
  answerFrom({ repository: () => repository({ labels: paged(all) }) });
  expect(await list()).toHaveLength(1000);
});

test("a label without a description has an empty one, and what GitHub may not show is left out", async () => {
  answerFrom({ repository: () => repository({ labels: paged([null, { name: "bug", description: null }]) }) });
  expect(await list()).toEqual([{ name: "bug", description: "" }]);
});

test("a repository that cannot be seen has none", async () => {
  answerFrom({ repository: () => notFound() });
  expect(await list()).toEqual([]);
});

test("what GitHub failed to give is not taken for none", async () => {
  answerFrom({ repository: () => repository({ labels: () => graphqlError(null) }) });
  expect(await failureOf(list())).toMatchObject({ kind: expect.any(String) });
});

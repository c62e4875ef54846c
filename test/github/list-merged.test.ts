import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { mergedOne } from "./support/merged.ts";
import { stayOffline } from "./support/offline.ts";
import { repository } from "./support/things.ts";

const shop = { owner: "acme", name: "shop" };

stayOffline();

const list = (since: Date | null = null) => testReader().listMerged(shop, { labels: ["outcome: pending"], since });

test.each([
  [0, 1],
  [25, 1],
  [26, 2],
  [101, 5],
])("all of %i merged pull requests with our labels are listed, in %i queries", async (count, queries) => {
  const all = Array.from({ length: count }, (_, at) => mergedOne(at + 1, { runs: [`record of ${at + 1}`] }));
  const log = answerFrom({ repository: () => repository({ pullRequests: paged(all) }) });
  const listed = await list();
  expect(listed.map(({ number }) => number)).toEqual(all.map(({ number }) => number));
  expect(listed.every(({ number, recordText }) => recordText === `record of ${number}`)).toBe(true);
  expect(log.queries).toHaveLength(queries);
});

test("also those without a label are listed, and of many those that changed last", async () => {
  const all = Array.from({ length: 60 }, (_, at) => mergedOne(at + 1));
  const log = answerFrom({ repository: () => repository({ pullRequests: paged(all) }) });
  const listed = await testReader().listMerged(shop, { labels: null, since: null, mostQueries: 2 });
  expect(listed.map(({ number }) => number)).toEqual(all.slice(0, 50).map(({ number }) => number));
  expect(log.queries).toHaveLength(2);
});

test("one without a run of ours is listed without a record, and what GitHub may not show is left out", async () => {
  const all = [null, mergedOne(7, { runs: [] })];
  answerFrom({ repository: () => repository({ pullRequests: paged(all) }) });
  expect(await list()).toEqual([{ number: 7, mergedAt: new Date("2025-02-02T10:00:00Z"), recordText: null }]);
});

test.each([
  ["a repository that cannot be seen", () => notFound()],
  ["a pull request that is kept back", () => repository({ pullRequests: paged([graphqlError("FORBIDDEN")]) })],
])("of %s no list is made that would be taken for all of it", async (_name, place) => {
  answerFrom({ repository: place });
  expect(await failureOf(list())).toEqual({ kind: "unexpected" });
});

test("a page that GitHub failed to give leaves no shorter list", async () => {
  const pages = paged(Array.from({ length: 26 }, (_, at) => mergedOne(at + 1)));
  const failing = (page: { first: number; after?: string | null }) => (page.after ? graphqlError(null) : pages(page));
  answerFrom({ repository: () => repository({ pullRequests: failing }) });
  expect(await failureOf(list())).toEqual({ kind: "unexpected" });
});

test.each([
  ["2025-03-11T00:00:00Z", 20, 1],
  ["2025-03-05T00:00:00Z", 26, 2],
  ["2025-01-01T00:00:00Z", 60, 3],
])("of what changed since %s %i are listed, in %i queries", async (since, count, queries) => {
  // The first was changed last.
  const all = Array.from({ length: 60 }, (_, at) => {
    return mergedOne(at + 1, { updatedAt: new Date(Date.UTC(2025, 2, at < 20 ? 11 : at < 26 ? 5 : 1)).toISOString() });
  });
  const log = answerFrom({ repository: () => repository({ pullRequests: paged(all) }) });
  expect(await list(new Date(since))).toHaveLength(count);
  expect(log.queries).toHaveLength(queries);
});

import { expect, test } from "vitest";
import { failureOf, testReader, watchedClient } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, comment, issue, otherBot, repository, thread } from "./support/things.ts";

const at = (number: number, name = "shop") => ({ owner: "acme", name, number });

stayOffline();

function github(issues: Readonly<Record<number, unknown>>) {
  const shop = repository({ issue: ({ number }: { number: number }) => issues[number] ?? notFound() });
  return answerFrom({ repository: ({ name }: { name: string }) => (name === "shop" ? shop : notFound()) });
}

function said(number: number, fields: object = {}) {
  return comment(number, { body: `/outcome invalidated ${number}`, author: alice, ...fields });
}

function namedBy(...sources: readonly object[]) {
  return thread(
    "I_12",
    sources.map((source) => ({ __typename: "CrossReferencedEvent", source })),
  ).timelineItems;
}

function merged(number: number, mergedAt: string | null) {
  return { ...repository(), __typename: "PullRequest", number, mergedAt, repository: repository() };
}

test("no issues cost no query", async () => {
  expect(await testReader().readLearnings([])).toEqual([]);
});

test("several issues are read in one query, each answer at its place", async () => {
  const log = github({ 12: issue(), 13: issue(), 14: graphqlError(null, "Something went wrong") });
  const readings = await testReader().readLearnings([at(12), at(13), at(14), at(15), at(1, "secret")]);
  expect(log.queries).toHaveLength(1);
  expect(readings.map(({ kind, asked }) => `${asked.number} ${kind}`)).toEqual([
    "12 read",
    "13 read",
    "14 unreachable",
    "15 gone",
    "1 gone",
  ]);
  expect(readings[0]).toEqual({
    kind: "read",
    asked: at(12),
    repository: { id: 500, owner: "acme", name: "shop", visibility: "public" },
    comments: [],
    merged: [],
  });
});

test("comments too long for one answer are read of one issue after the other, the newest of them", async () => {
  const others = Array.from({ length: 90 }, (_, index) => comment(index + 2, { body: "x".repeat(600) }));
  const found = issue({ comments: paged([said(1), ...others, said(99)]) });
  const log = github({ 12: found, 13: found });
  const { client, log: atOnce } = watchedClient({ bounds: { headersMs: 10_000, totalMs: 10_000, bytes: 60_000 } });
  const readings = await testReader({ client }).readLearnings([at(12), at(13)]);
  expect(readings.map((one) => one.kind === "read" && [one.asked.number, one.comments.map(({ id }) => id)])).toEqual([
    [12, [99]],
    [13, [99]],
  ]);
  expect([log.queries.length, atOnce.most]).toEqual([3, 1]);
});

test("comments are people's that may hold a command, as they were written and not hidden, the newest first", async () => {
  const comments = paged([
    said(1),
    said(2, { author: otherBot }),
    said(3, { author: null }),
    said(4, { lastEditedAt: "2025-02-02T10:00:00Z" }),
    said(5, { isMinimized: true, minimizedReason: "SPAM" }),
    comment(6, { author: alice }),
    said(7),
  ]);
  github({ 12: issue({ comments }) });
  const [reading] = await testReader().readLearnings([at(12)]);
  expect(reading?.kind === "read" && reading.comments.map(({ id }) => id)).toEqual([7, 1]);
});

test("of more than a hundred comments, the newest hundred are read", async () => {
  const comments = paged(Array.from({ length: 150 }, (_, index) => said(index + 1)));
  const log = github({ 12: issue({ comments }) });
  const [reading] = await testReader().readLearnings([at(12)]);
  const ids = reading?.kind === "read" ? reading.comments.map(({ id }) => id) : [];
  expect([ids[0], ids.at(-1), ids.length, log.queries.length]).toEqual([150, 51, 100, 1]);
});

test("merged pull requests that name the issue are told, the latest first; issues and open ones are not", async () => {
  const timelineItems = namedBy(
    merged(30, "2025-01-02T10:00:00Z"),
    merged(31, null),
    issue({ number: 32 }),
    merged(33, "2025-01-05T10:00:00Z"),
  );
  github({ 12: issue({ timelineItems }) });
  const [reading] = await testReader().readLearnings([at(12)]);
  expect(reading).toMatchObject({
    merged: [
      { reference: at(33), repository: { owner: "acme", name: "shop", visibility: "public" } },
      { reference: at(30) },
    ],
  });
});

test("a failure of all is a failure", async () => {
  answerFrom({ repository: () => graphqlError("RATE_LIMITED", "API rate limit exceeded") });
  expect(await failureOf(testReader().readLearnings([at(12)]))).toMatchObject({ kind: "retry-later" });
});

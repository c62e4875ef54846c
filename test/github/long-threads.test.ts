import { expect, test } from "vitest";
import { followUpKind, questionMarker } from "../../src/core/report/marker.ts";
import { testClient, testReader } from "./support/clients.ts";
import { answerFrom, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, comment, issue, ownComment, pullRequest, repository } from "./support/things.ts";

stayOffline();

/** An answer, what others wrote, and our question. */
function thread(others: number, body: string) {
  const written = Array.from({ length: others }, (_, at) => comment(at + 2, { body }));
  const answer = comment(1, { body: "/outcome validated it sells", author: alice });
  return { comments: paged([answer, ...written, ownComment(9_000, { body: questionMarker })]) };
}

/** Half a hundred of what others write is less than it takes for an answer, and a hundred are more. */
function readerTaking(found: { readonly issue?: object; readonly pullRequest?: object }, bytes: number) {
  const log = answerFrom({
    repository: ({ name }: { name: string }) =>
      name === "shop" ? repository({ issue: () => found.issue, pullRequest: () => found.pullRequest }) : notFound(),
    node: () => found.issue ?? found.pullRequest,
  });
  const client = testClient({ bounds: { headersMs: 10_000, totalMs: 10_000, bytes } });
  return { reader: testReader({ client, followUpKind }), log };
}

const long = "x".repeat(600);
const [enough, tooLittle] = [10_000_000, 60_000];
const cold = { kind: "cold" } as const;
const place = { owner: "acme", name: "shop", number: 12 };

test.each([
  ["short comments", 3_000, "Me too", enough, 31],
  ["long ones", 300, long, tooLittle, 10],
])("on a problem with very many %s answer and question are found, and the comments of its author", async (...given) => {
  const [, others, body, bytes, queries] = given;
  const { reader, log } = readerTaking({ issue: issue(thread(others, body)) }, bytes);
  const reading = await reader.readProblem(place, cold);
  expect(reading?.thread.commandComments.map(({ id }) => id)).toEqual([1]);
  expect(reading?.thread.followUpComments.map(({ id }) => id)).toEqual([9_000]);
  expect(reading?.conversation).toHaveLength(100);
  expect(log.queries).toHaveLength(queries);
});

test("where a problem's long comments are known, only the first hundred are read, in halves", async () => {
  const { reader, log } = readerTaking({ issue: issue(thread(300, long)) }, tooLittle);
  const reading = await reader.readProblem(place, { kind: "none" });
  expect(reading?.conversation).toHaveLength(100);
  expect(reading?.thread.commandComments).toEqual([]);
  expect(log.queries).toHaveLength(4);
});

test.each([
  ["short comments", 3_000, "Me too", enough, 31],
  ["long ones", 300, long, tooLittle, 8],
])("on a pull request with very many %s answer and question are found", async (...given) => {
  const [, others, body, bytes, queries] = given;
  const { reader, log } = readerTaking({ pullRequest: pullRequest(thread(others, body)) }, bytes);
  const reading = await reader.readPullRequest(place, cold);
  expect(reading?.thread.commandComments.map(({ id }) => id)).toEqual([1]);
  expect(reading?.thread.followUpComments.map(({ id }) => id)).toEqual([9_000]);
  expect(log.queries).toHaveLength(queries);
});

import nock from "nock";
import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

const thread = { owner: "acme", name: "shop", number: 7 };
const to = { commentId: 900, since: new Date("2025-03-01T12:00:00Z") };
const answer = "<!-- outcome-link:answer 900 -->\nWhat can be said here:";
const stored = { id: 950, node_id: "IC_950", created_at: "2025-03-01T12:00:03Z" };
const us = { login: "outcome-link[bot]", type: "Bot" };

stayOffline();

function comments(...pages: readonly (readonly object[])[]) {
  for (const [i, page] of pages.entries()) {
    nock(api)
      .get("/repos/acme/shop/issues/7/comments")
      .query({ since: "2025-03-01T12:00:00.000Z", per_page: 100, page: i + 1 })
      .reply(
        200,
        page.map((one) => ({ ...stored, ...one })),
      );
  }
}

test.each([
  ["ours to this command", { body: answer, user: us }, true],
  ["ours to another command", { body: answer.replace("900", "901"), user: us }, false],
  ["a person's with our marker", { body: answer, user: { login: "outcome-link", type: "User" } }, false],
  ["another app's with our marker", { body: answer, user: { login: "other[bot]", type: "Bot" } }, false],
  ["ours, quoting the marker", { body: `> ${answer}`, user: us }, false],
  ["nobody's any more", { body: answer, user: null }, false],
])("an answer that is %s", async (_title, comment, isThere) => {
  comments([comment]);
  expect(await testReader().hasAnswer(thread, to)).toBe(isThere);
});

test("an answer is found behind a hundred comments", async () => {
  comments(
    Array.from({ length: 100 }, () => ({ body: "Nice.", user: us })),
    [{ body: answer, user: us }],
  );
  expect(await testReader().hasAnswer(thread, to)).toBe(true);
});

const question = "<!-- outcome-link:question -->\nWhat came of it?";
const asked = { kind: "question", since: to.since } as const;

test("a question of ours that was made since then is found with all that is needed to edit it", async () => {
  comments([{ body: question, user: us }]);
  const createdAt = new Date("2025-03-01T12:00:03Z");
  const shown = { minimised: false, minimisedReason: null };
  expect(await testReader().findWords(thread, asked)).toEqual([
    { kind: "question", id: 950, nodeId: "IC_950", body: question, createdAt, ...shown },
  ]);
});

test.each([
  ["an earlier one that was edited since", { body: question, user: us, created_at: "2025-03-01T11:59:59Z" }],
  ["a reminder", { body: question.replace("question", "reminder"), user: us }],
  ["a person's with our marker", { body: question, user: { login: "outcome-link", type: "User" } }],
  ["another app's with our marker", { body: question, user: { login: "other[bot]", type: "Bot" } }],
])("as a question that was made since then does not count %s", async (_title, comment) => {
  comments([comment]);
  expect(await testReader().findWords(thread, asked)).toEqual([]);
});

test.each([
  [200, true],
  [404, false],
  [410, false],
])("a comment of which GitHub answers %i is there: %s", async (status, isThere) => {
  nock(api).get("/repos/acme/shop/issues/comments/900").reply(status, { id: 900 });
  expect(await testReader().hasComment(thread, 900)).toBe(isThere);
});

test("whether a comment is there is not known while GitHub does not answer", async () => {
  nock(api).get("/repos/acme/shop/issues/comments/900").reply(502, {});
  expect(await failureOf(testReader().hasComment(thread, 900))).toMatchObject({ kind: "status", status: 502 });
});

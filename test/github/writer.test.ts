import nock from "nock";
import { expect, test } from "vitest";
import type { Write } from "../../src/core/plan/write.ts";
import { createWriter } from "../../src/github/writer.ts";
import type { WriteObserver } from "../../src/sources/ports.ts";
import { failureOf, testClient } from "./support/clients.ts";
import { answerFrom, api, graphqlError, notFound } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import {
  addLabel,
  createComment,
  createLabel,
  createRun,
  deleteComment,
  expectRequest,
  minimise,
  removeLabel,
  renameLabel,
  repo,
  react,
  requests,
  restore,
  run,
  updateComment,
  updateRun,
} from "./support/write-requests.ts";

const thread = { owner: "acme", name: "shop", number: 7 };

stayOffline();

function apply(writes: readonly Write[], observer?: WriteObserver) {
  return createWriter(testClient()).apply(thread, writes, observer);
}

test.each(requests)("$write.kind is written by its request", async ({ write, status, answer }) => {
  const scope = expectRequest(write, status, answer);
  expect(await apply([write])).toEqual({ refused: [] });
  expect(scope.isDone()).toBe(true);
});

test("the button keeps to GitHub's limits", () => {
  const [action] = run.actions;
  expect(action?.label.length).toBeLessThanOrEqual(20);
  expect(action?.description.length).toBeLessThanOrEqual(40);
  expect(action?.identifier.length).toBeLessThanOrEqual(20);
});

test.each([
  [minimise, "minimizeComment", { subjectId: "IC_5", classifier: "RESOLVED" }],
  [restore, "unminimizeComment", { subjectId: "IC_5" }],
])("%j is a mutation that the published schema accepts", async (write, field, input) => {
  const asked: unknown[] = [];
  const resolve = (args: { input: unknown }) => {
    asked.push(args.input);
    return { clientMutationId: null };
  };
  answerFrom({ [field]: resolve });
  expect(await apply([write])).toEqual({ refused: [] });
  expect(asked).toEqual([input]);
});

const creates = [createRun, createComment, createLabel, addLabel];

test.each(creates)("%j is not repeated when GitHub fails, since it may have been applied", async (write) => {
  expectRequest(write, 502, {});
  // A second request would find no interceptor, and end as another failure.
  expect(await failureOf(apply([write]))).toEqual({ kind: "status", status: 502, codes: [] });
});

test.each([createRun, createComment, createLabel])("%j that answers 200 was not created", async (write) => {
  expectRequest(write, 200, { id: 5, node_id: "IC_5" });
  expect(await failureOf(apply([write]))).toEqual({ kind: "unexpected" });
});

test.each([
  [createRun, `${repo}/check-runs`],
  [createComment, `${repo}/issues/7/comments`],
  [createLabel, `${repo}/labels`],
  [addLabel, `${repo}/issues/7/labels`],
])("%j that was redirected, and so became a GET, is a failure", async (write, path) => {
  nock(api)
    .post(path)
    .reply(301, "", { location: `${api}/elsewhere` })
    .get("/elsewhere")
    .reply(200, []);
  expect(await failureOf(apply([write]))).toEqual({ kind: "unexpected" });
});

test("a comment that was created without saying which is a failure", async () => {
  expectRequest(createComment, 201, undefined);
  expect(await failureOf(apply([createComment]))).toEqual({ kind: "unexpected" });
});

test.each([createLabel, renameLabel])(
  "%j has nothing left to do where there is such a label already",
  async (write) => {
    expectRequest(write, 422, { message: "Validation Failed", errors: [{ code: "already_exists" }] });
    expect(await apply([write])).toEqual({ refused: [] });
  },
);

test.each([createLabel, renameLabel])("%j is a failure where GitHub finds the label invalid", async (write) => {
  expectRequest(write, 422, { message: "Validation Failed", errors: [{ code: "invalid" }] });
  expect(await failureOf(apply([write]))).toMatchObject({ status: 422 });
});

test.each([updateComment, deleteComment, react, removeLabel, renameLabel])(
  "%j has nothing left to do when its target is gone",
  async (write) => {
    expectRequest(write, 404, { message: "Not Found" });
    expect(await apply([write])).toEqual({ refused: [] });
  },
);

test.each([
  [minimise, "minimizeComment"],
  [restore, "unminimizeComment"],
])("%j has nothing left to do when its comment is gone", async (write, field) => {
  answerFrom({ [field]: () => notFound() });
  expect(await apply([write])).toEqual({ refused: [] });
});

test("a check run that is gone is a failure: the head has none then", async () => {
  expectRequest(updateRun, 404, { message: "Not Found" });
  expect(await failureOf(apply([updateRun]))).toMatchObject({ status: 404 });
});

test("a mutation that GitHub fails is a failure", async () => {
  answerFrom({ minimizeComment: () => graphqlError(null) });
  expect(await failureOf(apply([minimise]))).toEqual({ kind: "unexpected" });
});

const forbidden = { message: "Resource not accessible by integration" };

test("what we may not write is left out and told, and the rest is written", async () => {
  const done = [
    expectRequest(createRun, 201, { id: 51 }),
    expectRequest(addLabel, 200, [{ name: "outcome: pending" }]),
  ];
  expectRequest(createLabel, 403, forbidden);
  expect(await apply([createRun, createLabel, addLabel])).toEqual({
    refused: [{ write: createLabel, reason: "Resource not accessible by integration" }],
  });
  expect(done.every((scope) => scope.isDone())).toBe(true);
});

test("a comment that we may not minimise is told too", async () => {
  answerFrom({ minimizeComment: () => graphqlError("FORBIDDEN", "Resource not accessible by integration") });
  expect((await apply([minimise])).refused).toMatchObject([{ reason: "Resource not accessible by integration" }]);
});

test("a limit is no refusal", async () => {
  nock(api).post(`${repo}/issues/7/comments`).reply(403, {}, { "retry-after": "60" });
  expect(await failureOf(apply([createComment]))).toMatchObject({ kind: "retry-later" });
});

test("after a failure nothing more is written", async () => {
  expectRequest(createRun, 500, {});
  const second = expectRequest(addLabel, 200, [{ name: "outcome: pending" }]);
  await failureOf(apply([createRun, addLabel]));
  expect(second.isDone()).toBe(false);
});

function recorder(log: unknown[]): WriteObserver {
  return {
    before: async (write) => void log.push(["before", write.kind]),
    after: async (write, created) => void log.push(["after", write.kind, created]),
  };
}

test("the observer is told around each write, and what was created", async () => {
  expectRequest(createComment, 201, { id: 5, node_id: "IC_5" });
  expectRequest(removeLabel, 200, []);
  const log: unknown[] = [];
  await apply([createComment, removeLabel], recorder(log));
  expect(log).toEqual([
    ["before", "create-comment"],
    ["after", "create-comment", { id: 5, nodeId: "IC_5" }],
    ["before", "remove-label"],
    ["after", "remove-label", null],
  ]);
});

test.each([[500], [403]])("the observer is not told of a create that answered %i as done", async (status) => {
  expectRequest(createComment, status, forbidden);
  const log: unknown[] = [];
  await failureOf(apply([createComment], recorder(log)).then(() => Promise.reject(new Error("refused"))));
  expect(log).toEqual([["before", "create-comment"]]);
});

import nock from "nock";
import { expect, test } from "vitest";
import { GitHubError } from "../../src/github/errors.ts";
import type { Price } from "../../src/github/price.ts";
import { openTraffic } from "../../src/github/traffic.ts";
import { createBoardWriter } from "../../src/github/write-board.ts";
import { failureOf, now, testClient } from "./support/clients.ts";
import { answerFrom, api, graphqlError, notFound } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

stayOffline();

const shop = { owner: "acme", name: "shop" };
const label = { name: "outcome: board", color: "0075ca", description: "What we learned" };
const board = { title: "What we learned", body: "Nothing yet", label };
const writer = () => createBoardWriter(testClient());
const create = () => writer().createBoard(shop, board);
const update = () => writer().updateBoard(shop, 12, { body: "One thing" });

function labelAnswers(status: number, body: object = {}) {
  return nock(api)
    .post("/repos/acme/shop/labels", { ...label })
    .reply(status, body);
}

const created = { number: 12, node_id: "I_12" };

function issueAnswers(status: number, body: object = created) {
  const { title, body: text } = board;
  return nock(api)
    .post("/repos/acme/shop/issues", { title, body: text, labels: [label.name] })
    .reply(status, body);
}

test.each([
  [201, {}],
  [422, { message: "Validation Failed", errors: [{ code: "already_exists" }] }],
])("a board is made with its label, which is new or there already (%i)", async (status, body) => {
  labelAnswers(status, body);
  issueAnswers(201);
  expect(await create()).toEqual({ kind: "created", number: 12, nodeId: "I_12" });
});

test.each([
  ["nobody knows whether it was made", 502, { kind: "status", status: 502, codes: [] }],
  ["it was redirected to a read", 200, { kind: "unexpected" }],
])("a create is not repeated where %s", async (_name, status, failure) => {
  labelAnswers(201);
  issueAnswers(status);
  expect(await failureOf(create())).toEqual(failure);
});

test.each([
  ["may not write", 403, "Resource not accessible by integration"],
  ["has no issues", 410, "Issues has been disabled in this repository."],
])("that an app %s is told in GitHub's words", async (_name, status, message) => {
  labelAnswers(201);
  issueAnswers(status, { message });
  expect(await create()).toEqual({ kind: "refused", reason: expect.stringContaining(message) });
});

test("where an app may create nothing more for now, it is told when it may", async () => {
  const at = new Date("2025-03-01T12:05:00Z");
  const spend = async ({ creates }: Price) => {
    if (creates) throw new GitHubError("no room", { kind: "no-room", at });
  };
  const traffic = openTraffic(() => now, { budget: { spend } });
  const hands = createBoardWriter(testClient({ traffic }));
  nock(api).patch("/repos/acme/shop/issues/12").reply(200, created);
  expect(await hands.createBoard(shop, board)).toEqual({ kind: "no-room", at });
  expect(await hands.updateBoard(shop, 12, { body: "One thing" })).toEqual({ kind: "done" });
});

test("only what differs is changed", async () => {
  const scope = nock(api).patch("/repos/acme/shop/issues/12", { body: "One thing" }).reply(200, created);
  expect(await update()).toEqual({ kind: "done" });
  expect(scope.isDone()).toBe(true);
});

test.each([
  [404, { kind: "done" }],
  [410, { kind: "done" }],
  [403, { kind: "refused", reason: "no" }],
])("a board that is gone is no error, one that is out of reach is told (%i)", async (status, expected) => {
  nock(api).patch("/repos/acme/shop/issues/12").reply(status, { message: "no" });
  expect(await update()).toEqual(expected);
});

test("a change that GitHub failed to make is thrown", async () => {
  nock(api).patch("/repos/acme/shop/issues/12").reply(503, {});
  expect(await failureOf(update())).toMatchObject({ status: 503 });
});

test("a board is pinned by its node id", async () => {
  const asked: unknown[] = [];
  answerFrom({ pinIssue: ({ input }: { input: unknown }) => void asked.push(input) });
  expect(await writer().pinBoard("I_12")).toEqual({ kind: "done" });
  expect(asked).toEqual([{ issueId: "I_12" }]);
});

test.each([
  ["three are pinned", graphqlError("UNPROCESSABLE", "Maximum 3 pinned issues"), "Maximum 3 pinned issues"],
  ["it is forbidden", graphqlError("FORBIDDEN", "not by integrations"), "not by integrations"],
  ["it is gone", notFound(), "Could not resolve to a thing of that name"],
])("that a board cannot be pinned because %s is an answer", async (_name, error, reason) => {
  answerFrom({ pinIssue: () => error });
  expect(await writer().pinBoard("I_12")).toEqual({ kind: "refused", reason });
});

test("a pin that GitHub failed to set is thrown", async () => {
  answerFrom({ pinIssue: () => graphqlError(null) });
  expect(await failureOf(writer().pinBoard("I_12"))).toEqual({ kind: "unexpected" });
});

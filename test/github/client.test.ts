import nock from "nock";
import { expect, test } from "vitest";
import { graphqlUrlBeside } from "../../src/github/client.ts";
import { GitHubError } from "../../src/github/errors.ts";
import { readOwnApp } from "../../src/github/own-app.ts";
import { failureOf, testClient } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

stayOffline();

test("every request carries the installation's present token and our name", async () => {
  const tokens = ["ghs_one", "ghs_two"];
  const client = testClient({ token: async () => tokens.shift() ?? "" });
  nock(api, { reqheaders: { authorization: "token ghs_one", "user-agent": /^outcome-link\/test / } })
    .get("/meta")
    .reply(200, {});
  nock(api, { reqheaders: { authorization: "token ghs_two" } })
    .post("/graphql")
    .reply(200, { data: {} });
  await client.octokit.request("GET /meta");
  await client.graphql("query { viewer { login } }", {});
  expect(nock.isDone()).toBe(true);
});

test.each([
  ["https://api.github.com", "https://api.github.com/graphql"],
  ["https://api.github.com/", "https://api.github.com/graphql"],
  ["https://github.acme.test/api/v3", "https://github.acme.test/api/graphql"],
  ["https://github.acme.test/api/v3/", "https://github.acme.test/api/graphql"],
  ["http://localhost:12345", "http://localhost:12345/graphql"],
])("GraphQL beside %s is at %s", (baseUrl, expected) => {
  expect(graphqlUrlBeside(baseUrl)).toBe(expected);
});

test("GraphQL may be somewhere else", async () => {
  nock("https://elsewhere.test")
    .post("/q")
    .reply(200, { data: { ok: true } });
  const client = testClient({ graphqlUrl: "https://elsewhere.test/q" });
  expect(await client.graphql("query { ok }", {})).toEqual({ data: { ok: true }, errors: [] });
});

test("a lost connection is no answer", async () => {
  nock(api).get("/meta").replyWithError("socket hang up");
  expect(await failureOf(testClient().octokit.request("GET /meta"))).toEqual({ kind: "no-answer" });
});

function tokenError(status: number, message: string) {
  const request = { method: "POST", url: `${api}/app/installations/1/access_tokens` };
  return Object.assign(new Error(message), {
    name: "HttpError",
    status,
    request,
    response: { headers: {}, data: { message } },
  });
}

test.each([
  [403, "This installation has been suspended", "no-token"],
  [404, "Not Found", "no-token"],
  [401, "A JSON web token could not be decoded", "no-token"],
  [429, "Too many requests", "retry-later"],
  [502, "", "status"],
])("a token refused with %i (%s) is told as %s", async (status, message, kind) => {
  const client = testClient({ token: () => Promise.reject(tokenError(status, message)) });
  expect(await failureOf(client.octokit.request("GET /meta"))).toMatchObject({ kind });
});

test("what goes wrong in fetching a token is thrown as it is", async () => {
  const bug = new TypeError("a bug");
  const client = testClient({ token: () => Promise.reject(bug) });
  await expect(client.octokit.request("GET /meta")).rejects.toBe(bug);
});

test("no error tells the token or what was sent", async () => {
  nock(api).post("/repos/a/b/issues/1/comments").reply(500, { message: "Server Error" });
  const request = testClient().octokit.request("POST /repos/a/b/issues/1/comments", { body: "private words" });
  const error: unknown = await request.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(GitHubError);
  const told = `${String(error)} ${JSON.stringify(error)} ${String(error instanceof Error && error.stack)}`;
  expect(told).toContain("POST /repos/a/b/issues/1/comments: 500 Server Error");
  expect(told).not.toMatch(/ghs_test|private words/);
});

test("the app's own id and slug are read", async () => {
  nock(api).get("/app").reply(200, { id: 99, slug: "outcome-link", name: "Outcome Link" });
  expect(await readOwnApp(testClient().octokit)).toEqual({ id: 99, slug: "outcome-link" });
});

test("an answer about the app without a slug is refused", async () => {
  nock(api).get("/app").reply(200, { id: 99 });
  expect(await failureOf(readOwnApp(testClient().octokit))).toEqual({ kind: "unexpected" });
});

test.each([
  [401, 1],
  [403, 0],
  [404, 0],
])("after %i the token is forgotten %i times", async (status, times) => {
  let forgotten = 0;
  const forgetToken = () => {
    forgotten += 1;
  };
  nock(api).get("/meta").reply(status, {});
  await failureOf(testClient({ forgetToken }).octokit.request("GET /meta"));
  expect(forgotten).toBe(times);
});

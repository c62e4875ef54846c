import nock from "nock";
import { expect, test } from "vitest";
import type { Call } from "../../src/github/call.ts";
import { connector } from "../../src/github/connect.ts";
import { openTraffic } from "../../src/github/traffic.ts";
import { failureOf, now, testClient } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

stayOffline();

const clock = () => now;
const missing = "Resource not accessible by integration";

test("after a limit no job of the installation sends anything, not even for a token", async () => {
  const traffic = openTraffic(clock);
  let tokens = 0;
  const token = async () => `ghs_${(tokens += 1)}`;
  const [one, another] = [testClient({ traffic, token }), testClient({ traffic, token })];
  nock(api).get("/meta").reply(403, { message: "secondary rate limit" }, { "retry-after": "30" });
  const until = { kind: "retry-later", at: new Date("2025-03-01T12:00:30Z") };
  expect(await failureOf(one.octokit.request("GET /meta"))).toEqual(until);
  expect(await failureOf(another.octokit.request("GET /meta"))).toEqual(until);
  expect(await failureOf(another.graphql("query { a }", {}))).toEqual(until);
  expect(tokens).toBe(1);
});

test("the end of a limit is told to all processes", async () => {
  const told: Date[] = [];
  const traffic = openTraffic(clock, { onLimit: async (until) => void told.push(until) });
  nock(api)
    .post("/graphql")
    .reply(200, { errors: [{ type: "RATE_LIMITED", message: "used up" }] }, { "retry-after": "90" });
  await failureOf(testClient({ traffic }).graphql("query { a }", {}));
  expect(told).toEqual([new Date("2025-03-01T12:01:30Z")]);
});

test("writes are sent one after the other, and reads beside them", async () => {
  const traffic = openTraffic(clock);
  const order: string[] = [];
  const { promise: firstMayEnd, resolve: endFirst } = Promise.withResolvers<void>();
  nock(api)
    .post("/repos/a/b/check-runs")
    .reply(201, async () => {
      order.push("first begins");
      await firstMayEnd;
      order.push("first ends");
      return {};
    });
  nock(api)
    .post("/graphql")
    .reply(200, () => {
      order.push("second");
      return { data: {} };
    });
  nock(api)
    .get("/meta")
    .reply(200, () => {
      order.push("read");
      endFirst();
      return {};
    });
  const client = () => testClient({ traffic });
  await Promise.all([
    client().octokit.request("POST /repos/a/b/check-runs"),
    client().graphql("mutation M { a }", {}),
    client().octokit.request("GET /meta"),
  ]);
  expect(order.filter((one) => one !== "read")).toEqual(["first begins", "first ends", "second"]);
  expect(order.indexOf("read")).toBeLessThan(order.indexOf("first ends"));
});

test("a write that failed does not hold up the next one", async () => {
  const traffic = openTraffic(clock);
  nock(api).post("/repos/a/b/labels").reply(502).post("/repos/a/b/labels").reply(201, {});
  const { octokit } = testClient({ traffic });
  expect(await failureOf(octokit.request("POST /repos/a/b/labels"))).toMatchObject({ kind: "status" });
  expect((await octokit.request("POST /repos/a/b/labels")).status).toBe(201);
});

test("for a job that is no longer held nothing is sent", async () => {
  const gone = { signal: new AbortController().signal, held: () => false };
  expect(await failureOf(testClient({ lease: gone }).octokit.request("GET /meta"))).toEqual({ kind: "let-go" });
  const ended = { signal: AbortSignal.abort(), held: () => true };
  expect(await failureOf(testClient({ lease: ended }).octokit.request("GET /meta"))).toEqual({ kind: "let-go" });
});

test("a job that is taken over while it waits for its turn sends nothing", async () => {
  const traffic = openTraffic(clock);
  const state = { held: true };
  const lease = { signal: new AbortController().signal, held: () => state.held };
  nock(api)
    .post("/repos/a/b/labels")
    .reply(201, () => {
      state.held = false;
      return {};
    });
  const first = testClient({ traffic }).octokit.request("POST /repos/a/b/labels");
  const second = failureOf(testClient({ traffic, lease }).octokit.request("POST /repos/a/b/labels"));
  await first;
  expect(await second).toEqual({ kind: "let-go" });
});

test("a job that ends waits no longer for a token, which others still get", async () => {
  const job = new AbortController();
  const { promise, resolve } = Promise.withResolvers<string>();
  const token = () => promise;
  const lease = { signal: job.signal, held: () => true };
  const ended = failureOf(testClient({ token, lease }).octokit.request("GET /meta"));
  const other = testClient({ token }).octokit.request("GET /meta");
  job.abort();
  expect(await ended).toEqual({ kind: "let-go" });
  nock(api).get("/meta").reply(200, {});
  resolve("ghs_late");
  expect((await other).status).toBe(200);
});

test("a suspension is known by the refusal of a token of before, too, and that token is forgotten", async () => {
  let forgotten = 0;
  nock(api).get("/meta").reply(403, { message: "This installation has been suspended" });
  const failure = await failureOf(testClient({ forgetToken: () => (forgotten += 1) }).octokit.request("GET /meta"));
  expect(failure).toMatchObject({ kind: "no-token", why: "suspended" });
  expect(forgotten).toBe(1);
});

test("every request that was sent is told, with what is left of its limit", async () => {
  const calls: Omit<Call, "ms">[] = [];
  const traffic = openTraffic(clock, { onCall: ({ ms, ...call }) => void (ms >= 0 && calls.push(call)) });
  const { octokit, graphql } = testClient({ traffic });
  const headers = { "x-ratelimit-remaining": "4321", "x-ratelimit-resource": "graphql" };
  nock(api).post("/graphql").reply(200, { data: {} }, headers);
  await graphql("query Thread { a }", {});
  nock(api).get("/repos/a/b").reply(404, {}, { "x-ratelimit-remaining": "NaN" });
  await failureOf(octokit.rest.repos.get({ owner: "a", repo: "b" }));
  nock(api).get("/meta").replyWithError("socket hang up");
  await failureOf(octokit.request("GET /meta"));
  expect(calls).toEqual([
    { method: "POST", operation: "Thread", status: 200, remaining: 4321, resource: "graphql" },
    { method: "GET", operation: "GET /repos/{owner}/{repo}", status: 404, remaining: null, resource: null },
    { method: "GET", operation: "GET /meta", status: null, remaining: null, resource: null },
  ]);
});

test("a permission that an installation lacks is told once a day, whatever asks for it", async () => {
  const state = { now: now.getTime() };
  const lines: unknown[] = [];
  const connect = connector({
    asApp: async () => ({
      request: async () => ({ data: { token: "ghs_x", expires_at: new Date(state.now + 7_200_000).toISOString() } }),
    }),
    now: () => new Date(state.now),
    ownApp: async () => ({ id: 1, slug: "us" }),
    apiUrl: api,
    graphqlUrl: undefined,
    enterpriseServer: false,
    logger: { warn: (fields, message) => void lines.push([fields, message]) },
  });
  const label = { kind: "add-label", name: "outcome: due" } as const;
  const write = async (installation: number, number: number) => {
    nock(api)
      .post(`/repos/acme/shop/issues/${number}/labels`)
      .reply(403, { message: missing }, { "x-accepted-github-permissions": "issues=write" });
    const { writer } = await connect(installation);
    return writer.apply({ owner: "acme", name: "shop", number }, [label]);
  };
  expect(await write(5, 1)).toEqual({ refused: [{ write: label, reason: missing }] });
  await write(5, 2);
  expect(lines).toEqual([
    [
      {
        installation: 5,
        operation: "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
        reason: missing,
        permissions: "issues=write",
      },
      "The app lacks a permission in an installation; this is told once a day",
    ],
  ]);
  await write(6, 3);
  expect(lines).toHaveLength(2);
  state.now += 24 * 3_600_000;
  await write(5, 4);
  expect(lines).toHaveLength(3);
});

test("a permission that a query lacks is told too", async () => {
  const refusals: unknown[] = [];
  const traffic = openTraffic(clock, { onRefusal: (refusal) => void refusals.push(refusal) });
  nock(api)
    .post("/graphql")
    .reply(200, { data: { a: null }, errors: [{ type: "FORBIDDEN", path: ["a"], message: missing }] });
  await testClient({ traffic }).graphql("query Roles { a }", {});
  expect(refusals).toEqual([{ operation: "Roles", reason: missing, permissions: null }]);
});

import nock from "nock";
import { expect, test } from "vitest";
import type { Failure } from "../../src/github/errors.ts";
import { fromOctokit } from "../../src/github/errors.ts";
import { failureOf, now, testClient } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

stayOffline();

const secondary = { message: "You have exceeded a secondary rate limit. Please wait a few minutes." };
const epoch = String(Date.parse("2025-03-01T12:34:00Z") / 1000);
const later = (iso: string): Failure => ({ kind: "retry-later", at: new Date(iso) });
const status = (code: number, ...codes: string[]): Failure => ({ kind: "status", status: code, codes });

const exhausted = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": epoch };
const plenty = { "x-ratelimit-remaining": "4000", "x-ratelimit-reset": epoch };
const missing = "Resource not accessible by integration";
const invalid = "Validation Failed";

interface Case {
  readonly name: string;
  readonly code: number;
  readonly body?: object;
  readonly headers?: Record<string, string>;
  readonly expected: Failure;
}

const cases: readonly Case[] = [
  { name: "retry-after", code: 403, headers: { "retry-after": "60" }, expected: later("2025-03-01T12:01:00Z") },
  { name: "retry-after on 429", code: 429, headers: { "retry-after": "5" }, expected: later("2025-03-01T12:00:05Z") },
  { name: "an exhausted hour", code: 403, headers: exhausted, expected: later("2025-03-01T12:34:00Z") },
  { name: "429 without a word", code: 429, expected: later("2025-03-01T12:01:00Z") },
  {
    name: "a secondary limit within the primary",
    code: 403,
    body: secondary,
    headers: plenty,
    expected: later("2025-03-01T12:01:00Z"),
  },
  {
    name: "abuse detection",
    code: 403,
    body: { message: "abuse detection mechanism" },
    expected: later("2025-03-01T12:01:00Z"),
  },
  {
    name: "a missing permission",
    code: 403,
    body: { message: missing },
    headers: plenty,
    expected: { kind: "refused", reason: missing },
  },
  { name: "a token that is no longer good", code: 401, expected: status(401) },
  { name: "not found", code: 404, expected: status(404) },
  { name: "gone", code: 410, expected: status(410) },
  {
    name: "already there",
    code: 422,
    body: { message: invalid, errors: [{ code: "already_exists" }] },
    expected: status(422, "already_exists"),
  },
  { name: "errors that are words", code: 422, body: { message: invalid, errors: ["No"] }, expected: status(422) },
  { name: "errors of another shape", code: 422, body: { message: invalid, errors: "No" }, expected: status(422) },
  { name: "a server error", code: 500, expected: status(500) },
  { name: "a gateway", code: 502, expected: status(502) },
];

test.each(cases)("$name is told by what GitHub answered", async ({ code, body = {}, headers = {}, expected }) => {
  nock(api).get("/meta").reply(code, body, headers);
  expect(await failureOf(testClient().octokit.request("GET /meta"))).toEqual(expected);
});

test("a page of HTML from a gateway is a status", async () => {
  nock(api).get("/meta").reply(503, "<html>Unicorn!</html>", { "content-type": "text/html" });
  expect(await failureOf(testClient().octokit.request("GET /meta"))).toEqual(status(503));
});

test("what did not come from a request stays what it is", () => {
  const bug = new TypeError("a bug");
  expect(fromOctokit(bug, now)).toBe(bug);
  expect(fromOctokit("thrown", now)).toBe("thrown");
});

const ask = () => testClient().graphql("query { a }", {});
const limited = { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded for installation ID 1." }] };

test.each([
  { name: "the primary limit", body: limited, headers: exhausted, expected: later("2025-03-01T12:34:00Z") },
  { name: "a limit beside some data", body: { ...limited, data: { a: 1 } }, expected: later("2025-03-01T12:01:00Z") },
  {
    name: "a secondary limit",
    body: { errors: [secondary] },
    headers: { "retry-after": "30" },
    expected: later("2025-03-01T12:00:30Z"),
  },
])("GraphQL answers $name with 200, and it is told as a limit", async ({ body, headers = {}, expected }) => {
  nock(api).post("/graphql").reply(200, body, headers);
  expect(await failureOf(ask())).toEqual(expected);
});

test.each([
  ["no data", { data: null }],
  ["only errors", { errors: [{ message: "Something went wrong while executing your query." }] }],
  ["a field that this GitHub lacks", { errors: [{ message: "Field 'issueType' doesn't exist on type 'Issue'" }] }],
  ["nothing", ""],
  ["an answer cut short", '{"data": {"a":'],
  ["something else", []],
])("GraphQL's answer of %s is unexpected", async (_name, body) => {
  nock(api)
    .post("/graphql")
    .reply(200, typeof body === "string" ? body : JSON.stringify(body), { "content-type": "application/json" });
  expect(await failureOf(ask())).toEqual({ kind: "unexpected" });
});

test("partial errors are part of GraphQL's answer", async () => {
  const error = { type: "NOT_FOUND", path: ["a", 0], message: "Could not resolve", locations: [] };
  nock(api)
    .post("/graphql")
    .reply(200, { data: { a: null }, errors: [error, { message: "no path" }] });
  expect(await ask()).toEqual({
    data: { a: null },
    errors: [
      { type: "NOT_FOUND", path: ["a", 0], message: "Could not resolve" },
      { type: null, path: [], message: "no path" },
    ],
  });
});

test("GraphQL's own failures are those of REST", async () => {
  nock(api).post("/graphql").reply(502, {});
  expect(await failureOf(ask())).toEqual(status(502));
});

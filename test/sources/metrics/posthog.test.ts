import { describe, expect, test } from "vitest";
import { answering, defineMetric, readThrough, told } from "../../support/metrics.ts";

const query = "select count() / 7 from events where event = 'refund' and timestamp > now() - interval 7 day";
const defined = defineMetric(
  { provider: "posthog", url: "https://eu.posthog.com", project: 42, query, credential: { env: "POSTHOG_KEY" } },
  { POSTHOG_KEY: "phx_a_key" },
);

test("the query is posted to the operator's project, signed in with the key", async () => {
  const { fetch, asked } = answering('{"results":[[1]]}');
  await readThrough(fetch, defined);
  expect(asked).toHaveLength(1);
  const [{ url, method, headers, body }] = [asked[0] ?? { url: null, method: "", headers: {}, body: "" }];
  expect([url?.href, method]).toEqual(["https://eu.posthog.com/api/projects/42/query/", "POST"]);
  expect(headers).toEqual({ "content-type": "application/json", authorization: "Bearer phx_a_key" });
  expect(JSON.parse(body ?? "")).toEqual({ query: { kind: "HogQLQuery", query } });
});

test("it is read as of now: it cannot look back", async () => {
  const answer = await readThrough(answering('{"results":[[41.5]]}').fetch, defined);
  expect(answer).toMatchObject({ kind: "reading", reading: { value: 41.5, at: "2026-03-17T10:00:00.000Z" } });
});

describe("what is answered", () => {
  const whole = { columns: ["count()"], types: [["count()", "UInt64"]], hasMore: false, is_cached: false };
  test.each([
    ["one cell", JSON.stringify({ ...whole, results: [[7]] }), 7],
    [
      "more cells and rows",
      JSON.stringify({
        ...whole,
        results: [
          [7, "a"],
          [8, "b"],
        ],
      }),
      7,
    ],
    ["a decimal as text", JSON.stringify({ ...whole, results: [["7.25"]] }), 7.25],
    ["no rows", JSON.stringify({ ...whole, results: [] }), "PostHog found no data"],
    ["null", JSON.stringify({ ...whole, results: [[null]] }), "PostHog found no data"],
    ["a name", JSON.stringify({ ...whole, results: [["refund"]] }), "PostHog answered with no number"],
    ["true", JSON.stringify({ ...whole, results: [[true]] }), "PostHog answered with no number"],
    ["no results", JSON.stringify({ query_status: { id: "1" } }), "PostHog answered in a way that is not known"],
    ["a page", "<!doctype html>", "PostHog answered with no JSON"],
  ])("%s", async (_what, text, expected) => {
    expect(told(await readThrough(answering(text).fetch, defined))).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";
import { answering, atMerge, defineMetric, failing, readThrough, told } from "../../support/metrics.ts";

const defined = defineMetric({
  provider: "prometheus",
  url: "https://prometheus.example.com/inside/",
  query: 'sum(increase(refunds_total{shop="acme"}[7d]))',
});

function success(resultType: string, result: unknown): string {
  return JSON.stringify({ status: "success", data: { resultType, result } });
}

const at = atMerge.getTime() / 1000;

test("the expression is asked as of the time that is meant, below the address that the operator gave", async () => {
  const { fetch, asked } = answering(success("scalar", [at, "1"]));
  await readThrough(fetch, defined);
  const { url, method, headers, allowed } = asked[0] ?? {};
  expect([url?.origin, url?.pathname]).toEqual(["https://prometheus.example.com", "/inside/api/v1/query"]);
  expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
    query: 'sum(increase(refunds_total{shop="acme"}[7d]))',
    time: "2026-03-02T09:00:00.000Z",
  });
  expect({ method, headers, allowed }).toEqual({ method: "GET", headers: {}, allowed: "public" });
});

test("a reading says what was asked, of when, of which span and in which unit", async () => {
  const { fetch } = answering(success("vector", [{ metric: {}, value: [at, "12.5"] }]));
  expect(await readThrough(fetch, defined)).toEqual({
    kind: "reading",
    reading: {
      value: 12.5,
      unit: "a day",
      at: "2026-03-02T09:00:00.000Z",
      asked: "refunds",
      window: "7 days",
      public: false,
    },
  });
});

describe("what is answered", () => {
  const series = (value: string) => ({ metric: { job: "shop" }, value: [at, value] });
  test.each([
    ["a scalar", success("scalar", [at, "0.25"]), 0.25],
    ["one series", success("vector", [series("-3e-2")]), -0.03],
    ["a warning beside it", JSON.stringify({ ...JSON.parse(success("scalar", [at, "7"])), warnings: ["w"] }), 7],
    ["no series", success("vector", []), "Prometheus found no data"],
    ["NaN", success("vector", [series("NaN")]), "Prometheus found no data"],
    ["infinity", success("vector", [series("+Inf")]), "Prometheus answered with no number"],
    [
      "several series",
      success("vector", [series("1"), series("2"), series("3")]),
      "Prometheus found 3 series, where one number is needed",
    ],
    [
      "a histogram",
      success("vector", [{ metric: {}, histogram: [at, { count: "1", sum: "2" }] }]),
      "Prometheus answered with no number",
    ],
    ["a range", success("matrix", []), "Prometheus found a range of numbers, where one is needed"],
    ["a text", success("string", [at, "hello"]), "Prometheus answered with no number"],
    [
      "an error",
      JSON.stringify({ status: "error", errorType: "bad_data", error: "a secret" }),
      "Prometheus answered in a way that is not known",
    ],
    ["something else", "[]", "Prometheus answered in a way that is not known"],
    ["a page", "<html>Log in</html>", "Prometheus answered with no JSON"],
    ["nothing", "", "Prometheus answered with no JSON"],
  ])("%s", async (_what, text, expected) => {
    expect(told(await readThrough(answering(text).fetch, defined))).toBe(expected);
  });
});

test("what the network says is told with the service's name", async () => {
  expect(await readThrough(failing("answered 400"), defined)).toEqual({
    kind: "unreadable",
    why: "Prometheus answered 400",
    asked: "refunds",
    at: "2026-03-02T09:00:00.000Z",
    public: false,
  });
});

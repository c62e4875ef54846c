import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nock from "nock";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { guardedFetch, usualGuard } from "../src/outbound/guarded-fetch.ts";
import { loadMetrics } from "../src/open-metrics.ts";
import { serve } from "./outbound/support/servers.ts";
import { defineMetric, readThrough, told } from "./support/metrics.ts";

afterEach(() => nock.cleanAll());

/** The names of the services are public addresses here, and nock answers before anything leaves. */
const fetch = guardedFetch({ ...usualGuard, resolve: async () => [{ address: "93.184.215.14", family: 4 }] });

const key = { POSTHOG_KEY: "phx_a_key" };
const services = [
  {
    name: "PostHog",
    defined: defineMetric(
      {
        provider: "posthog",
        url: "https://eu.posthog.com",
        project: 42,
        query: "select 1",
        credential: { env: "POSTHOG_KEY" },
      },
      key,
    ),
    answer: () =>
      nock("https://eu.posthog.com", { reqheaders: { authorization: "Bearer phx_a_key" } }).post(
        "/api/projects/42/query/",
        { query: { kind: "HogQLQuery", query: "select 1" } },
      ),
    good: { columns: ["count()"], hasMore: false, results: [[41]], types: [["count()", "UInt64"]] },
    refusal: { type: "validation_error", code: "illegal_hogql", detail: "Unable to resolve field", attr: null },
  },
  {
    name: "Prometheus",
    defined: defineMetric({ provider: "prometheus", url: "https://prometheus.example.com", query: "sum(refunds)" }),
    answer: () =>
      nock("https://prometheus.example.com")
        .get("/api/v1/query")
        .query({ query: "sum(refunds)", time: "2026-03-02T09:00:00.000Z" }),
    good: { status: "success", data: { resultType: "vector", result: [{ metric: {}, value: [1772442000, "41"] }] } },
    refusal: { status: "error", errorType: "bad_data", error: "invalid parameter" },
  },
  {
    name: "The metric's service",
    defined: defineMetric({ provider: "http-json", url: "https://numbers.example.com/refunds", path: "/value" }),
    answer: () => nock("https://numbers.example.com").get("/refunds"),
    good: { value: 41 },
    refusal: { message: "no" },
  },
] as const;

describe.each(services)("$name, over the network with its guard", ({ name, defined, answer, good, refusal }) => {
  test("a number is read", async () => {
    answer().reply(200, good);
    expect(told(await readThrough(fetch, defined))).toBe(41);
  });

  test.each([400, 404, 422, 500, 503])("a refusal (%i) is told by its number", async (status) => {
    answer().reply(status, refusal);
    expect(told(await readThrough(fetch, defined))).toBe(`${name} answered ${status}`);
  });

  test("whose credential is not taken, or who asks too much, is told so", async () => {
    answer().reply(401, refusal);
    expect(told(await readThrough(fetch, defined))).toBe(`${name} answered 401 (it does not take the credential)`);
    answer().reply(429, refusal, { "retry-after": "60" });
    expect(told(await readThrough(fetch, defined))).toBe(`${name} answered 429 (it is asked too much)`);
  });

  test("a redirect, a page, nothing and too much are no number", async () => {
    answer().reply(302, "", { location: "https://elsewhere.example.com" });
    expect(told(await readThrough(fetch, defined))).toBe(`${name} sent a redirect, which is not followed`);
    answer().reply(200, "<html>Log in</html>", { "content-type": "text/html" });
    expect(told(await readThrough(fetch, defined))).toBe(`${name} answered with no JSON`);
    answer().reply(200, "");
    expect(told(await readThrough(fetch, defined))).toBe(`${name} answered with no JSON`);
    answer().reply(200, " ".repeat(1024 * 1024 + 1));
    expect(told(await readThrough(fetch, defined))).toBe(`${name} answered with more than 1 MiB`);
  });

  test("who breaks off could not be reached", async () => {
    answer().replyWithError("socket hang up");
    expect(told(await readThrough(fetch, defined))).toBe(`${name} could not be reached`);
  });
});

test("who does not answer in time is not waited for", async () => {
  const port = await serve(() => {});
  const own = { url: `http://127.0.0.1:${port}`, allow_private_addresses: true };
  const defined = defineMetric({ provider: "http-json", path: "/value", ...own });
  const impatient = guardedFetch({ ...usualGuard, totalMs: 200 });
  expect(told(await readThrough(impatient, defined))).toBe("The metric's service did not answer within 0.2 seconds");
  expect(usualGuard.totalMs).toBe(5000);
});

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "metrics-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "metrics.yml");
  writeFileSync(path, text);
  return path;
}

describe("the file that METRICS_FILE names", () => {
  test("is read with its variables", () => {
    const path = fileOf("metrics:\n  - { name: smiles, provider: manual, repositories: [acme/shop] }\n");
    expect(loadMetrics(path, {}).metrics.map(({ name }) => name)).toEqual(["smiles"]);
  });

  test("is refused with each line where something is wrong", () => {
    const path = fileOf("metrics:\n  - { name: smiles, provider: manual, repositories: [acme] }\n");
    expect(() => loadMetrics(path, {})).toThrow(
      `The file of METRICS_FILE (${path}) cannot be used: line 2, column 54: `,
    );
  });

  test("is missed where it is not there", () => {
    expect(() => loadMetrics("nowhere/metrics.yml", {})).toThrow(
      "The file of METRICS_FILE (nowhere/metrics.yml) cannot be read: ENOENT: no such file or directory",
    );
  });
});

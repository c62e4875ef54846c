import { describe, expect, test } from "vitest";
import { metricReader } from "../../../src/sources/metrics/metric-reader.ts";
import { answering, defineMetrics, failing, now, shop } from "../../support/metrics.ts";

const asked = { provider: "http-json", url: "https://numbers.example.com", path: "" };
const defined = defineMetrics({
  metrics: [
    { ...asked, name: "Refunds a week", repositories: ["Acme/Shop", "acme/notes"], public: true },
    { ...asked, name: "p95", repositories: ["acme/shop"] },
    { ...asked, name: "sign-ups", repositories: ["acme/shop"] },
    { ...asked, name: "carts", repositories: ["acme/shop"], installation: 2 },
    { ...asked, name: "secret", repositories: ["acme/other"] },
    { provider: "manual", name: "smiles", repositories: ["acme/shop"] },
  ],
});
const logger = { warn: () => {} };
const reader = metricReader({ ...defined, fetch: answering("1").fetch, now: () => now, logger });

function named(text: string, installation = 1): string | null {
  return reader.find({ installation, repository: shop, text })?.name ?? null;
}

describe("which metric a hypothesis names", () => {
  test.each([
    ["Refunds a week", "Refunds a week"],
    ["  refunds  A\tWEEK ", "Refunds a week"],
    ["the refunds a week of small shops", "Refunds a week"],
    ["p95 of the search", "p95"],
    ["search (p95)", "p95"],
    ["mp95 or p95", "p95"],
    ["Sign-ups", "sign-ups"],
    ["refunds", null],
    ["mp95", null],
    ["p95s", null],
    ["p95é", null],
    ["𐐀p95", null],
    ["p95𐐀", null],
    ["ｐ９５", "p95"],
    ["refunds a week and p95", null],
    ["smiles", null],
    ["smiles and p95", null],
    ["", null],
  ])("%s", (text, name) => {
    expect(named(text)).toBe(name);
  });

  test("a whole name goes before names within it", () => {
    const { metrics, credentials } = defineMetrics({
      metrics: ["errors", "checkout errors"].map((name) => ({ ...asked, name, repositories: ["acme/shop"] })),
    });
    const both = metricReader({ metrics, credentials, fetch: answering("1").fetch, now: () => now, logger });
    const find = (text: string) => both.find({ installation: 1, repository: shop, text })?.name ?? null;
    expect([find("Checkout errors"), find("checkout errors a day"), find("errors a day")]).toEqual([
      "checkout errors",
      null,
      "errors",
    ]);
  });
});

test("only its own repositories and installation may name a metric", () => {
  expect([named("secret"), named("carts"), named("carts", 2)]).toEqual([null, null, "carts"]);
  expect(reader.find({ installation: 1, repository: { owner: "acme", name: "other" }, text: "p95" })).toBeNull();
});

test("whether everybody may see it is the operator's word", () => {
  const found = ["Refunds a week", "p95"].map((text) => reader.find({ installation: 1, repository: shop, text }));
  expect(found.map((metric) => metric?.public)).toEqual([true, false]);
});

test("each is asked with its own credential, and who needs none is told none", async () => {
  const variables = { NUMBERS_KEY: "key of numbers", EVENTS_KEY: "key of events" };
  const { fetch, asked: requests } = answering("1");
  const metrics = [
    { name: "numbers", credential: { env: "NUMBERS_KEY" } },
    { name: "events", credential: { env: "EVENTS_KEY", header: "x-key" } },
    { name: "open" },
  ].map((one) => ({ ...asked, repositories: ["acme/shop"], ...one }));
  const some = metricReader({ ...defineMetrics({ metrics }, variables), fetch, now: () => now, logger });
  for (const { name } of metrics) await some.find({ installation: 1, repository: shop, text: name })?.read(now);
  expect(requests.map(({ headers }) => headers)).toMatchObject([
    { authorization: "Bearer key of numbers" },
    { "x-key": "key of events" },
    {},
  ]);
  expect(JSON.stringify(requests.at(-1))).not.toContain("key of");
});

test("what could not be read is logged by its name, without what was answered or sent", async () => {
  const lines: unknown[] = [];
  const fetch = failing("could not be reached", "ECONNREFUSED");
  const warn = (fields: object, message: string) => void lines.push([fields, message]);
  const broken = metricReader({ ...defined, fetch, now: () => now, logger: { warn } });
  await broken.find({ installation: 1, repository: shop, text: "p95" })?.read(now);
  const why = "The metric's service could not be reached";
  expect(lines).toEqual([[{ metric: "p95", why, code: "ECONNREFUSED" }, "A metric could not be read"]]);
});

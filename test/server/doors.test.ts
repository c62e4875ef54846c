import { describe, expect, onTestFinished, test } from "vitest";
import { listen } from "../../src/server/listen.ts";
import { mainDoor } from "../../src/server/main-door.ts";
import { metricsDoor } from "../../src/server/metrics-door.ts";
import { openMetrics } from "../../src/server/metrics.ts";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";
import type { RequestHandler } from "../../src/server/webhook-endpoint.ts";
import { jobCounts } from "./support/job-counts.ts";

const here = { port: 0, hostname: "127.0.0.1", logError: () => {} } as const;

async function open(handle: RequestHandler): Promise<string> {
  const { url, close } = await listen({ ...here, handle });
  onTestFinished(close);
  return url;
}

const webhook: RequestHandler = async (_, response) => void response.writeHead(202).end();

const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"] as const;

/** What this app serves somewhere, what Probot would, and what strangers try. */
const paths = [
  "/",
  "/healthz",
  "/readyz",
  "/metrics",
  webhookPath,
  `${webhookPath}/`,
  "/probot",
  "/probot/setup",
  "/probot/import",
  "/ping",
  "/jobs",
  "/jobs/replay",
  "/.env",
  "/healthz/../metrics",
  "//metrics",
  "/status",
  "/stats",
];

test("strangers get no answer but whether the app lives, whether it is ready, and the webhook's", async () => {
  const url = await open(mainDoor({ webhook, isReady: async () => true }));
  const answered: string[] = [];
  for (const path of paths) {
    for (const method of methods) {
      const { status } = await fetch(`${url}${path}`, { method });
      if (status !== 404) answered.push(`${method} ${path} ${status}`);
    }
  }
  // fetch itself resolves "/healthz/../metrics", and a server need not.
  expect(answered).toEqual([
    "GET /healthz 200",
    "HEAD /healthz 200",
    "GET /readyz 200",
    "HEAD /readyz 200",
    `POST ${webhookPath} 202`,
  ]);
});

describe("what is answered says no more than it must", () => {
  test.each([
    ["/healthz", true, 200, "ok"],
    ["/healthz?verbose", false, 200, "ok"],
    ["/readyz", true, 200, "ready"],
    ["/readyz", false, 503, "not ready"],
  ])("%s", async (path, ...[isReady, status, text]) => {
    const answer = await fetch(`${await open(mainDoor({ webhook, isReady: async () => isReady }))}${path}`);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
    expect([...answer.headers.keys()].toSorted()).toEqual([
      "cache-control",
      "connection",
      "content-length",
      "content-type",
      "date",
      "keep-alive",
      "x-content-type-options",
    ]);
  });
});

test("the operator's door serves the figures and nothing else", async () => {
  const url = await open(metricsDoor(openMetrics(async () => jobCounts, Date.now)));
  const answer = await fetch(`${url}/metrics`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=/);
  expect(await answer.text()).toContain("outcome_store_up 1");
  expect((await fetch(`${url}/`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: "POST" })).status).toBe(404);
});

import { hash } from "node:crypto";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { sign } from "@octokit/webhooks-methods";
import { TestClock } from "pg-boss";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { serve } from "../src/serve.ts";
import { listen } from "../src/server/listen.ts";
import { webhookPath } from "../src/server/webhook-endpoint.ts";
import { readSettings } from "../src/settings.ts";
import { startEmulated } from "./github/support/emulated.ts";
import { app } from "./github/support/witness.ts";
import { postTo } from "./server/support/endpoint.ts";
import { openTestStore } from "./support/store.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** Emulate wants to know where webhooks go before the app can know where emulate is. */
async function startForwarding() {
  let to: string | undefined;
  const statuses: number[] = [];
  const forward = new Hono().post(webhookPath, async (c) => {
    const { headers } = c.req.raw;
    const answer = await fetch(`${to}${webhookPath}`, { method: "POST", headers, body: await c.req.text() });
    statuses.push(answer.status);
    return c.text("forwarded");
  });
  const answerByHono = getRequestListener(forward.fetch);
  const handle = async (...exchange: Parameters<typeof answerByHono>) => {
    await answerByHono(...exchange);
  };
  const { url, close } = await listen({ handle, port: 0, hostname: "127.0.0.1", logError: () => {} });
  open.push(close);
  return { url: `${url}${webhookPath}`, statuses, setTarget: (served: string) => void (to = served) };
}

const issued = z.object({
  installation_tokens: z.array(z.object({ app: z.object({ id: z.number() }), permissions: z.unknown() })),
});

// Stories serve the app before our own simulation; this is how far it comes with somebody else's. Then it asks for GraphQL.
test("a delivery of another GitHub is stored, and its job signs in there with what was granted", async () => {
  const forwarding = await startForwarding();
  const permissions = { checks: "write", metadata: "read" } as const;
  const { url, people, close } = await startEmulated({ permissions, target: forwarding.url });
  open.push(close);
  const settings = { ...readSettings({ GITHUB_API_URL: url, LOG_LEVEL: "silent" }), port: 0 };
  const credentials = { appId: app.id, privateKey: app.keys.privateKey, webhookSecret: app.webhookSecret };
  const store = { database: await openTestStore(), clock: new TestClock(new Date()) };
  const serving = await serve(settings, credentials, { ...store, hostname: "127.0.0.1" });
  open.push(serving.stop);
  forwarding.setTarget(serving.url);
  await people.openPullRequest("Pay by card");
  await expect.poll(() => forwarding.statuses).toEqual([202]);
  await serving.runtime.queue.idle();
  const answer = await fetch(`${url}/_emulate/installation-tokens`);
  const { installation_tokens: tokens } = issued.parse(await answer.json());
  expect(tokens).toEqual([{ app: { id: app.id }, permissions }]);
});

test("a delivery of an event that asks for nothing is counted as one that was ignored", async () => {
  const settings = { ...readSettings({ LOG_LEVEL: "silent" }), port: 0 };
  const credentials = { appId: app.id, privateKey: app.keys.privateKey, webhookSecret: app.webhookSecret };
  const hostname = "127.0.0.1";
  const metrics = { host: hostname, port: 0 };
  const database = await openTestStore();
  const serving = await serve(settings, credentials, { database, hostname, metrics, recurring: "off" });
  open.push(serving.stop);
  const body = JSON.stringify({ zen: "Keep it logically awesome." });
  const delivery = { body, signature: await sign(app.webhookSecret, body), id: "guid-1", name: "ping" };
  expect((await postTo(serving.url, delivery)).status).toBe(202);
  const figures = await fetch(serving.metricsUrl ?? "");
  expect(await figures.text()).toContain('outcome_deliveries_total{outcome="ignored"} 1');
});

test("of a delivery's body the digest of its bytes is stored, not of what they say", async () => {
  const settings = { ...readSettings({ LOG_LEVEL: "silent" }), port: 0 };
  const credentials = { appId: app.id, privateKey: app.keys.privateKey, webhookSecret: app.webhookSecret };
  const database = await openTestStore();
  const serving = await serve(settings, credentials, { database, hostname: "127.0.0.1", recurring: "off" });
  open.push(serving.stop);
  const payload = { action: "deleted", installation: { id: 7 } };
  const bodies = [JSON.stringify(payload), JSON.stringify(payload, null, 2)];
  for (const [index, body] of bodies.entries()) {
    const delivery = {
      body,
      signature: await sign(app.webhookSecret, body),
      id: `guid-${index}`,
      name: "installation",
    };
    expect((await postTo(serving.url, delivery)).status).toBe(202);
  }
  const stored = await database.query("SELECT body_digest FROM outcome.deliveries ORDER BY delivery_id");
  expect(stored).toEqual(bodies.map((body) => ({ body_digest: hash("sha256", body, "base64url") })));
});

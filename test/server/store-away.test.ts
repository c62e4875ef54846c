import { generateKeyPairSync } from "node:crypto";
import { sign } from "@octokit/webhooks-methods";
import { TestClock } from "pg-boss";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "../../src/serve.ts";
import { readSettings } from "../../src/settings.ts";
import { openTestStore } from "../support/store.ts";
import { payloads } from "../webhooks/small-payloads.ts";
import { postTo } from "./support/endpoint.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const webhookSecret = "a secret that is long enough for GitHub";

/** The app on a store that can be away for a while, as a database server can. */
async function serveOnStore() {
  const store = await openTestStore();
  const state = { isAway: false };
  const whenThere = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    if (state.isAway) throw new Error("connect ECONNREFUSED");
    return ask();
  };
  const database = {
    ...store,
    query: (...asked: Parameters<typeof store.query>) => whenThere(() => store.query(...asked)),
    ahead: {
      query: (...asked: Parameters<typeof store.query>) => whenThere(() => store.ahead.query(...asked)),
    },
    transaction: <Result>(work: (statements: Pick<typeof store, "query">) => Promise<Result>) =>
      whenThere(() => store.transaction(work)),
  };
  const settings = { ...readSettings({ GITHUB_API_URL: "http://127.0.0.1:1", LOG_LEVEL: "silent" }), port: 0 };
  const options = { database, clock: new TestClock(new Date()), recurring: "off", hostname: "127.0.0.1" } as const;
  const app = await serve(settings, { appId: 1, privateKey, webhookSecret }, options);
  onTestFinished(() => app.stop());
  return { app, state, stored: () => store.query("SELECT delivery_id AS id FROM outcome.deliveries") };
}

test("while the store is away no delivery is acknowledged; once it is back, the same one is", async () => {
  const { app, state, stored } = await serveOnStore();
  const body = JSON.stringify({ action: "opened", ...payloads["pull_request"] });
  const delivery = { body, id: "guid-7", name: "pull_request", signature: await sign(webhookSecret, body) };
  state.isAway = true;
  expect((await postTo(app.url, delivery)).status).toBe(503);
  expect((await fetch(`${app.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  expect(await stored()).toEqual([]);
  state.isAway = false;
  expect((await postTo(app.url, delivery)).status).toBe(202);
  expect(await stored()).toEqual([{ id: "guid-7" }]);
});

test("no figures are served where nobody says where", async () => {
  const { app } = await serveOnStore();
  expect(app.metricsUrl).toBeNull();
});

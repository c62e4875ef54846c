import nock from "nock";
import { expect, test } from "vitest";
import { createAppClient } from "../../src/github/app-client.ts";
import { failureOf, now } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

stayOffline();

const signIn = async () => ({ auth: async () => ({ type: "app", token: "a.signed.claim" }) });

type Told = Parameters<NonNullable<Parameters<typeof createAppClient>[0]["onCall"]>>[0];

function client() {
  return createAppClient({ baseUrl: api, signIn, now: () => now });
}

test("what the app asks for itself is signed with its own claim", async () => {
  nock(api, { reqheaders: { authorization: "bearer a.signed.claim" } })
    .get("/app")
    .reply(200, { id: 1 });
  expect((await client().request("GET /app")).data).toEqual({ id: 1 });
});

test.each([
  [502, {}, { kind: "status", status: 502, codes: [] }],
  [403, { "retry-after": "60" }, { kind: "retry-later", at: new Date("2025-03-01T12:01:00Z") }],
])("an answer of %i is told at once: nothing is repeated or slept through", async (status, headers, failure) => {
  const path = "/app/installations/5/access_tokens";
  nock(api).post(path).reply(status, {}, headers);
  expect(await failureOf(client().request(`POST ${path}`))).toEqual(failure);
});

test("every request is told to who counts them, also one that failed or was not answered", async () => {
  const told: string[] = [];
  const onCall = ({ installation, operation, status }: Told) =>
    void told.push(`${installation} ${operation} ${status}`);
  const octokit = createAppClient({ baseUrl: api, signIn, now: () => now, onCall });
  nock(api).get("/app").reply(200, { id: 1 }).get("/app").reply(502).get("/app").replyWithError("reset");
  for (let time = 0; time < 3; time += 1) await octokit.request("GET /app").catch(() => {});
  nock(api).get("/app/hook/deliveries").query(true).reply(200, []);
  await octokit.rest.apps.listWebhookDeliveries({ per_page: 100 });
  expect(told).toEqual(["0 GET /app 200", "0 GET /app 502", "0 GET /app null", "0 GET /app/hook/deliveries 200"]);
});

test("no error tells the claim", async () => {
  nock(api).get("/app").reply(500, { message: "Server Error" });
  const error: unknown = await client()
    .request("GET /app")
    .catch((thrown: unknown) => thrown);
  expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain("a.signed.claim");
});

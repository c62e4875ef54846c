import { sign } from "@octokit/webhooks-methods";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { payloads } from "../webhooks/small-payloads.ts";
import { readDelivery, webhooks } from "../../src/webhooks/index.ts";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";
import { openConnection, postTo, startEndpoint, strangersHeaders } from "./support/endpoint.ts";

const secret = "It's a Secret to Everybody";

/** A connection that the server leaves open has nothing to wait for once this has passed. In milliseconds. */
const patience = { headers: 40, request: 60 };

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...strangersHeaders, "content-length: 5", "transfer-encoding: chunked") },
  { weight: 2, arbitrary: fc.constantFrom("", "5", "hello", "0", "content-length: -1", "expect: 100-continue") },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("GET /readyz HTTP/1.1", "CONNECT a:1 HTTP/1.1", "upgrade: h2c", "x: ".repeat(9000)),
  },
);

test("no bytes that a stranger sends end the process or reach the store", async () => {
  const { url, receive } = await startEndpoint({ secret, patience });
  const requests = fc.sample(fc.array(piece, { maxLength: 12 }), { numRuns: 400, seed: 4 });
  await Promise.all(
    requests.map(async (lines) => {
      const { socket, ended } = openConnection(url);
      socket.end(`${lines.join("\r\n")}\r\n\r\n`);
      await ended;
    }),
  );
  expect(receive).not.toHaveBeenCalled();
  await expect.poll(async () => (await fetch(`${url}/healthz`)).status).toBe(200);
});

test("no headers beside a good signature do harm", async () => {
  const { url, logError } = await startEndpoint({ secret });
  const signature = await sign(secret, "{}");
  const text = fc.string({
    unit: fc.constantFrom(...Array.from({ length: 95 }, (_, at) => String.fromCodePoint(at + 32))),
  });
  await fc.assert(
    fc.asyncProperty(text, text, async (id, name) => {
      const { status } = await postTo(url, { body: "{}", signature, id, name });
      expect([202, 400]).toContain(status);
    }),
    { numRuns: 200 },
  );
  expect(logError).not.toHaveBeenCalled();
});

/** Each field of a payload, however deep, once as null and once left out. */
function broken(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { ...value, [key]: null },
    Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)),
    ...broken(inner).map((changed) => ({ ...value, [key]: changed })),
  ]);
}

test("no field of a delivery that is null or missing, and no other event's name, makes reading throw", () => {
  const variants = Object.values(payloads).flatMap((payload) => [payload, ...broken(payload)]);
  expect(variants.length).toBeGreaterThan(100);
  for (const { event, actions } of webhooks) {
    for (const action of actions ?? [undefined]) {
      for (const payload of variants) {
        const read = readDelivery({ event, payload: { action, ...Object(payload) } }, "outcome-link[bot]");
        expect(["jobs", "ignored", "unreadable"]).toContain(read.kind);
      }
    }
  }
});

test("a delivery of an event that nobody knows is taken and asks for nothing", async () => {
  const { url, receive } = await startEndpoint({ secret });
  const answer = await postTo(url, { body: "{}", signature: await sign(secret, "{}"), name: "constructor" });
  expect(answer.status).toBe(202);
  expect(receive).toHaveBeenCalledOnce();
  expect((await fetch(`${url}${webhookPath}`)).status).toBe(404);
});

import { sign } from "@octokit/webhooks-methods";
import { describe, expect, test, vi } from "vitest";
import type { ReceivedDelivery } from "../../src/server/webhook-endpoint.ts";
import { webhookEndpoint, webhookPath } from "../../src/server/webhook-endpoint.ts";

/** GitHub's documentation signs these two: "Testing the webhook payload validation". */
const secret = "It's a Secret to Everybody";
const hello = "Hello, World!";
const signatureOfHello = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

const ping = '{"zen":"Keep it logically awesome."}';

interface Request {
  readonly body?: string;
  /** Null leaves a header out. The signature is the right one when not given. */
  readonly signature?: string | null;
  readonly id?: string | null;
  readonly name?: string | null;
}

type Receive = (delivery: ReceivedDelivery) => Promise<void>;

const store: Receive = async () => {};

async function post(request: Request, receive: Receive = store) {
  const { body = ping, id = "guid-1", name = "ping" } = request;
  const { signature = await sign(secret, body) } = request;
  const logError = vi.fn<(error: unknown, message: string) => void>();
  const received = vi.fn<Receive>(receive);
  const given = { "x-github-delivery": id, "x-github-event": name, "x-hub-signature-256": signature };
  const headers = Object.entries(given).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  const app = webhookEndpoint({ path: webhookPath, secret, receive: received, logError });
  const init = { method: "POST", body, headers: Object.fromEntries(headers) };
  const answer = await app.request(webhookPath, init);
  return { status: answer.status, text: await answer.text(), received, logError };
}

test("a signed delivery is stored, then acknowledged", async () => {
  const { status, text, received } = await post({});
  expect([status, text]).toEqual([202, "stored"]);
  const payload = { zen: "Keep it logically awesome." };
  expect(received.mock.calls).toEqual([[{ id: "guid-1", name: "ping", payload }]]);
});

describe("nothing is stored, and nothing logged, of", () => {
  const wrongSignature = [401, "wrong signature"] as const;
  const notOfGitHub = [400, "not a delivery of GitHub"] as const;
  const noObject = [400, "not a JSON object"] as const;

  test.each<readonly [string, Request, readonly [number, string]]>([
    ["a delivery without an id", { id: null }, notOfGitHub],
    ["a delivery with an empty id", { id: "" }, notOfGitHub],
    ["a delivery with an id of 101 characters", { id: "x".repeat(101) }, notOfGitHub],
    ["a delivery without an event", { name: null }, notOfGitHub],
    ["a delivery with an empty event", { name: "" }, notOfGitHub],
    ["a delivery with an event of 101 characters", { name: "x".repeat(101) }, notOfGitHub],
    ["an empty body", { body: "", signature: signatureOfHello }, wrongSignature],
    ["a delivery without a signature", { signature: null }, wrongSignature],
    ["an empty signature", { signature: "" }, wrongSignature],
    ["a signature of another body", { signature: signatureOfHello }, wrongSignature],
    ["a signature in capitals", { body: hello, signature: signatureOfHello.toUpperCase() }, wrongSignature],
    ["a signature without its algorithm", { body: hello, signature: signatureOfHello.slice(7) }, wrongSignature],
    ["a signature by SHA-1", { body: hello, signature: `sha1=${"0".repeat(40)}` }, wrongSignature],
    ["an unsigned body that is no JSON", { body: "{", signature: "sha256=0" }, wrongSignature],
    ["a signed body that is no JSON", { body: hello, signature: signatureOfHello }, noObject],
    ["null", { body: "null" }, noObject],
    ["a list", { body: "[]" }, noObject],
    ["a number", { body: "7" }, noObject],
  ])("%s", async (_, request, expected) => {
    const { status, text, received, logError } = await post(request);
    expect([status, text]).toEqual(expected);
    expect(received).not.toHaveBeenCalled();
    expect(logError).not.toHaveBeenCalled();
  });

  test("a body that is larger than GitHub delivers", async () => {
    const { status, received } = await post({ body: " ".repeat(25 * 1024 * 1024 + 1), signature: signatureOfHello });
    expect(status).toBe(413);
    expect(received).not.toHaveBeenCalled();
  });
});

test("an id and an event of 100 characters are taken", async () => {
  expect((await post({ id: "x".repeat(100), name: "y".repeat(100) })).status).toBe(202);
});

test("a delivery that cannot be stored is logged, and GitHub is asked to deliver it again", async () => {
  const full = new Error("disk full");
  const { status, text, logError } = await post({}, () => Promise.reject(full));
  expect([status, text]).toEqual([503, "could not be stored; please deliver again"]);
  expect(logError.mock.calls).toEqual([[full, "A delivery could not be stored"]]);
});

test("a body that breaks off is logged, and answered without a stack", async () => {
  const logError = vi.fn<(error: unknown, message: string) => void>();
  const app = webhookEndpoint({ path: webhookPath, secret, receive: store, logError });
  const broken = new Error("aborted");
  const body = new ReadableStream({ pull: (controller) => controller.error(broken) });
  const headers = { "x-github-delivery": "guid-1", "x-github-event": "ping", "content-length": "9" };
  const request = new Request(`http://localhost${webhookPath}`, { method: "POST", headers, body, duplex: "half" });
  const answer = await app.request(request);
  expect([answer.status, await answer.text()]).toEqual([500, "could not be read; please deliver again"]);
  expect(logError.mock.calls).toEqual([[broken, "A delivery could not be read"]]);
});

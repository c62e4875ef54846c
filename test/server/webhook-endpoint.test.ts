import { createHash, createHmac } from "node:crypto";
import { sign } from "@octokit/webhooks-methods";
import { describe, expect, test, vi } from "vitest";
import type { ReceivedDelivery } from "../../src/server/webhook-endpoint.ts";
import { postTo, startEndpoint } from "./support/endpoint.ts";
import type { Delivered } from "./support/endpoint.ts";

/** GitHub's documentation signs these two: "Testing the webhook payload validation". */
const secret = "It's a Secret to Everybody";
const hello = "Hello, World!";
const signatureOfHello = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

const previousSecret = "the secret of last month";
const ping = '{"zen":"Keep it logically awesome."}';

type Receive = (delivery: ReceivedDelivery) => Promise<void>;

async function post(given: Partial<Delivered>, receive: Receive = async () => {}) {
  const endpoint = await startEndpoint({ secret, previousSecret, receive: vi.fn<Receive>(receive) });
  const { body = ping } = given;
  const signature = await sign(secret, String(body) || "empty");
  const answer = await postTo(endpoint.url, { body, signature, ...given });
  return { ...answer, ...endpoint };
}

test("a signed delivery is stored, then acknowledged", async () => {
  const { status, text, receive, outcomes } = await post({});
  expect([status, text]).toEqual([202, "stored"]);
  const payload = { zen: "Keep it logically awesome." };
  const bodyDigest = createHash("sha256").update(ping).digest("base64url");
  expect(receive).toHaveBeenCalledExactlyOnceWith({ id: "guid-1", name: "ping", payload, bodyDigest });
  expect(outcomes).toEqual(["stored"]);
});

test("a delivery that is signed with the previous secret is taken too", async () => {
  expect((await post({ signature: await sign(previousSecret, ping) })).status).toBe(202);
});

test("the example of GitHub's documentation is known as signed, and refused as no JSON", async () => {
  const { status, text } = await post({ body: hello, signature: signatureOfHello });
  expect([status, text]).toEqual([400, "not a JSON object"]);
});

test("letters beyond ASCII are signed and read as they are, wherever a packet ends", async () => {
  const body = JSON.stringify({ title: "Größe 📦 ".repeat(40_000) });
  const { status, receive } = await post({ body });
  expect(status).toBe(202);
  expect(receive.mock.calls[0]?.[0].payload).toEqual(JSON.parse(body));
});

test("what is signed are the bytes as they came, also where they are no text", async () => {
  const { url } = await startEndpoint({ secret });
  const body = Buffer.concat([Buffer.from('{"zen":"'), Buffer.from([0xff]), Buffer.from('"}')]);
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  expect((await postTo(url, { body, signature })).status).toBe(202);
});

describe("nothing is stored, and nothing logged, of", () => {
  const wrongSignature = [401, "wrong signature"] as const;
  const notOfGitHub = [400, "not a delivery of GitHub"] as const;
  const noObject = [400, "not a JSON object"] as const;

  test.each<readonly [string, Partial<Delivered>, readonly [number, string]]>([
    ["a delivery without an id", { id: null }, notOfGitHub],
    ["a delivery with an empty id", { id: "" }, notOfGitHub],
    ["a delivery with an id of 101 characters", { id: "x".repeat(101) }, notOfGitHub],
    ["a delivery without an event", { name: null }, notOfGitHub],
    ["a delivery with an empty event", { name: "" }, notOfGitHub],
    ["a delivery with an event of 101 characters", { name: "x".repeat(101) }, notOfGitHub],
    ["a delivery of two events", { name: "ping, push" }, notOfGitHub],
    ["an empty body", { body: "", signature: signatureOfHello }, wrongSignature],
    ["a delivery without a signature", { signature: null }, wrongSignature],
    ["an empty signature", { signature: "" }, wrongSignature],
    ["a signature of another body", { signature: signatureOfHello }, wrongSignature],
    ["two signatures", { signature: `${signatureOfHello}, ${signatureOfHello}` }, wrongSignature],
    ["a signature that is a character too long", { body: hello, signature: `${signatureOfHello}0` }, wrongSignature],
    ["a signature in capitals", { body: hello, signature: signatureOfHello.toUpperCase() }, wrongSignature],
    ["a signature without its algorithm", { body: hello, signature: signatureOfHello.slice(7) }, wrongSignature],
    ["a signature by SHA-1", { body: hello, signature: `sha1=${"0".repeat(40)}` }, wrongSignature],
    ["an unsigned body that is no JSON", { body: "{", signature: `sha256=${"0".repeat(64)}` }, wrongSignature],
    ["a signed body that is no JSON", { body: hello, signature: signatureOfHello }, noObject],
    ["null", { body: "null" }, noObject],
    ["a list", { body: "[]" }, noObject],
    ["a number", { body: "7" }, noObject],
    ["a million nested lists", { body: "[".repeat(1_000_001) }, [413, "too large"]],
  ])("%s", async (_, request, expected) => {
    const { status, text, receive, logError } = await post(request);
    expect([status, text]).toEqual(expected);
    expect(receive).not.toHaveBeenCalled();
    expect(logError).not.toHaveBeenCalled();
  });
});

test("without a previous secret only the one counts", async () => {
  const { url } = await startEndpoint({ secret });
  expect((await postTo(url, { body: ping, signature: await sign(previousSecret, ping) })).status).toBe(401);
});

test("an id and an event of 100 characters are taken", async () => {
  expect((await post({ id: "x".repeat(100), name: "y".repeat(100) })).status).toBe(202);
});

test("a delivery that cannot be stored is logged, and GitHub is asked to deliver it again", async () => {
  const full = new Error("disk full");
  const { status, text, logError, outcomes } = await post({}, () => Promise.reject(full));
  expect([status, text]).toEqual([503, "could not be stored; please deliver again"]);
  expect(logError).toHaveBeenCalledExactlyOnceWith(full, "A delivery could not be stored");
  expect(outcomes).toEqual(["not-stored"]);
});

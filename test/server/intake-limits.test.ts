import { sign } from "@octokit/webhooks-methods";
import { describe, expect, test } from "vitest";
import { largestBody } from "../../src/server/read-body.ts";
import { openConnection, postTo, startEndpoint, strangersHeaders } from "./support/endpoint.ts";

const secret = "It's a Secret to Everybody";
const MIB = 1024 * 1024;

const without = (header: string) => (line: string) => !line.startsWith(header);

function headersWith(...more: readonly string[]): string {
  return [...strangersHeaders, ...more, "", ""].join("\r\n");
}

describe("before any of its body is read, a request is refused and its connection ended", () => {
  const large = `content-length: ${200 * MIB}`;

  test.each([
    ["that says it is larger than GitHub delivers", headersWith(large), ["413", "too-large"]],
    [
      "without a signature",
      [...strangersHeaders.filter(without("x-hub")), `content-length: ${MIB}`, "", ""].join("\r\n"),
      ["401", "wrong-signature"],
    ],
    [
      "without an event",
      [...strangersHeaders.filter(without("x-github-event")), "transfer-encoding: chunked", "", ""].join("\r\n"),
      ["400", "not-a-delivery"],
    ],
  ])("%s", async (_, headers, [status, outcome]) => {
    const { url, outcomes } = await startEndpoint({ secret });
    const { socket, ended } = openConnection(url);
    socket.write(headers);
    expect(await ended).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]+connection: close`, "i"));
    expect(outcomes).toEqual([outcome]);
  });
});

test("a small body that is refused is read to its end, and its connection serves the next request", async () => {
  const { url, outcomes } = await startEndpoint({ secret });
  const { socket, ended } = openConnection(url);
  const unsigned = strangersHeaders.filter((line) => !line.startsWith("x-hub"));
  const request = [...unsigned, "content-length: 2", "", "{}"].join("\r\n");
  socket.write(request);
  await expect.poll(() => outcomes).toEqual(["wrong-signature"]);
  socket.write(request);
  await expect.poll(() => outcomes).toEqual(["wrong-signature", "wrong-signature"]);
  socket.destroy();
  expect((await ended).match(/HTTP\/1.1 401/g)).toHaveLength(2);
});

test("a body of unsaid length is cut off where it becomes larger than GitHub delivers", async () => {
  const { url, outcomes, receive } = await startEndpoint({ secret });
  const { socket, ended } = openConnection(url);
  socket.write(headersWith("transfer-encoding: chunked"));
  const chunk = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(MIB, "x"), Buffer.from("\r\n")]);
  for (let mebibytes = 0; mebibytes < 40; mebibytes += 1) socket.write(chunk);
  await ended;
  expect(outcomes).toEqual(["too-large"]);
  expect(receive).not.toHaveBeenCalled();
});

test("the largest delivery that GitHub makes is taken", async () => {
  const { url, receive } = await startEndpoint({ secret });
  const body = JSON.stringify({ text: "x".repeat(largestBody - '{"text":""}'.length) });
  expect(body).toHaveLength(largestBody);
  expect((await postTo(url, { body, signature: await sign(secret, body) })).status).toBe(202);
  expect(receive).toHaveBeenCalledOnce();
});

test("a body that breaks off is no error of ours", async () => {
  const { url, outcomes, logError } = await startEndpoint({ secret });
  const { socket } = openConnection(url);
  socket.write(`${headersWith("content-length: 9")}{`);
  // The request has come when the next one is answered.
  await postTo(url, {});
  socket.destroy();
  await expect.poll(() => outcomes).toEqual(["wrong-signature", "broken-off"]);
  expect(logError).not.toHaveBeenCalled();
});

describe("a sender who takes all the time in the world is cut off", () => {
  const patience = { headers: 100, request: 200 };

  test.each([
    ["in the headers", `${strangersHeaders[0]}\r\nhost:`],
    ["in the body", `${headersWith("content-length: 9")}{`],
  ])("%s", async (_, beginning) => {
    const { url, logError } = await startEndpoint({ secret, patience });
    const { socket, ended } = openConnection(url);
    socket.write(beginning);
    expect(await ended).toMatch(/^HTTP\/1.1 408 /);
    expect(logError).not.toHaveBeenCalled();
  });
});

test("whoever fills the memory with large bodies loses them to the small ones of others", async () => {
  const { url, outcomes } = await startEndpoint({ secret });
  const strangers = [1, 2].map(() => openConnection(url));
  for (const { socket } of strangers) {
    socket.write(headersWith("transfer-encoding: chunked"));
    socket.write(Buffer.concat([Buffer.from("1400000\r\n"), Buffer.alloc(20 * MIB, "x"), Buffer.from("\r\n")]));
  }
  await expect.poll(() => outcomes).toEqual(["no-room"]);
  const body = JSON.stringify({ text: "x".repeat(100_000) });
  expect((await postTo(url, { body, signature: await sign(secret, body) })).status).toBe(202);
});

test("of more connections than there may be, the oldest that only waits gives way to the newest", async () => {
  const { url } = await startEndpoint({ secret });
  const idle = Array.from({ length: 1024 }, () => openConnection(url));
  await Promise.all(
    idle.map(({ socket }) => new Promise<void>((resolve) => void socket.once("connect", () => resolve()))),
  );
  expect((await postTo(url, { body: "{}", signature: await sign(secret, "{}") })).status).toBe(202);
  await idle[0]?.ended;
  expect(idle.filter(({ socket }) => socket.destroyed)).toHaveLength(1);
});

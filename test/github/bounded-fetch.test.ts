import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { boundedFetch } from "../../src/github/bounded-fetch.ts";

const patient = { headersMs: 20_000, totalMs: 20_000, bytes: 1000 };
const never = new AbortController().signal;

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

test("an answer comes as it is, with the address where a redirect led", async () => {
  const url = await serve((request, response) => {
    if (request.url === "/old") response.writeHead(301, { location: "/new" }).end();
    else response.writeHead(201, { "x-told": "yes" }).end("body");
  });
  const answer = await boundedFetch(patient, never)(`${url}/old`);
  expect([answer.status, answer.url, answer.headers.get("x-told"), await answer.text()]).toEqual([
    201,
    `${url}/new`,
    "yes",
    "body",
  ]);
});

test("an answer without a body is one", async () => {
  const url = await serve((_request, response) => response.writeHead(204).end());
  expect((await boundedFetch(patient, never)(url)).status).toBe(204);
});

test("an answer of the size that is allowed is taken, and one of a byte more is not", async () => {
  const url = await serve((request, response) => response.end("x".repeat(Number(request.url?.slice(1)))));
  expect(await (await boundedFetch(patient, never)(`${url}/1000`)).text()).toHaveLength(1000);
  await expect(boundedFetch(patient, never)(`${url}/1001`)).rejects.toThrow("more than 1000 bytes");
});

test("an answer without end is broken off", async () => {
  let isClosed = false;
  const url = await serve((_request, response) => {
    const timer = setInterval(() => response.write("x".repeat(100)), 1);
    response.on("close", () => {
      isClosed = true;
      clearInterval(timer);
    });
  });
  await expect(boundedFetch(patient, never)(url)).rejects.toThrow("more than 1000 bytes");
  await expect.poll(() => isClosed).toBe(true);
});

test("what is packed is measured unpacked", async () => {
  const packed = gzipSync("x".repeat(1_000_000));
  const url = await serve((_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(packed));
  await expect(boundedFetch({ ...patient, bytes: packed.length * 10 }, never)(url)).rejects.toThrow("more than");
});

test("headers that do not come are waited for as long as is allowed", async () => {
  const url = await serve(() => {});
  await expect(boundedFetch({ ...patient, headersMs: 20 }, never)(url)).rejects.toThrow("no answer in time");
});

test("a body that does not end is waited for as long as is allowed", async () => {
  const url = await serve((_request, response) => void response.writeHead(200).write("x"));
  await expect(boundedFetch({ ...patient, totalMs: 300 }, never)(url)).rejects.toThrow(/timeout/i);
});

test("what a job asked for is broken off with the job", async () => {
  const job = new AbortController();
  const url = await serve(() => job.abort(new Error("the job ended")));
  await expect(boundedFetch(patient, job.signal)(url)).rejects.toThrow("the job ended");
});

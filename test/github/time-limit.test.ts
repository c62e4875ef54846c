import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { createClient } from "../../src/github/client.ts";
import { GitHubError } from "../../src/github/errors.ts";
import { createWriter } from "../../src/github/writer.ts";

// A real server: nock cannot hold back an answer that is aborted.
const server = createServer();

afterEach(() => {
  server.closeAllConnections();
  server.close();
  server.removeAllListeners("request");
});

/** In milliseconds. Patient: for what ends by itself. */
const waits = { hasty: 50, patient: 20_000 } as const;

async function clientOf(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
  wait: keyof typeof waits = "hasty",
) {
  server.on("request", listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return createClient({
    baseUrl: `http://127.0.0.1:${address.port}`,
    userAgent: "outcome-link/test",
    token: async () => "ghs_test",
    now: () => new Date(0),
    bounds: { headersMs: waits[wait], totalMs: 2 * waits[wait], bytes: 10_000 },
  });
}

async function kindOf(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof GitHubError ? error.failure.kind : error;
}

/** Headers and the start of a body, and then nothing. */
function stall(status: number) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json" }).write('{"data": {"id": 5, "node_id"');
  };
}

const thread = { owner: "acme", name: "shop", number: 7 };
const createComment = { kind: "create-comment", body: "Which problem?" } as const;

/** On a busy machine the time may be up before the answer has begun. */
const brokenOff = /^(unexpected|no-answer)$/;

test("a request that is not answered ends", async () => {
  const { octokit } = await clientOf(() => {});
  expect(await kindOf(octokit.request("GET /meta"))).toBe("no-answer");
});

test("a query that is not answered ends", async () => {
  const { graphql } = await clientOf(() => {});
  expect(await kindOf(graphql("query { a }", {}))).toBe("no-answer");
});

test("a query whose answer breaks off is no answer of nothing", async () => {
  const { graphql } = await clientOf(stall(200));
  expect(await kindOf(graphql("query { a }", {}))).toMatch(brokenOff);
});

test("a create that is not answered fails, and is sent once", async () => {
  let requests = 0;
  const client = await clientOf(() => {
    requests += 1;
  });
  expect(await kindOf(createWriter(client).apply(thread, [createComment]))).toBe("no-answer");
  expect(requests).toBe(1);
});

test("a create whose answer breaks off fails, since what was created is not known", async () => {
  const client = await clientOf(stall(201));
  expect(await kindOf(createWriter(client).apply(thread, [createComment]))).toMatch(brokenOff);
});

test("a create whose connection is cut fails, and is sent once", async () => {
  let requests = 0;
  const client = await clientOf((request) => {
    requests += 1;
    request.socket.destroy();
  }, "patient");
  expect(await kindOf(createWriter(client).apply(thread, [createComment]))).toBe("no-answer");
  expect(requests).toBe(1);
});

import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

export interface RoundRobin {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** What stands before several replicas: each request goes to the next one, and to one only. */
export async function openRoundRobin(urls: readonly string[]): Promise<RoundRobin> {
  let turn = 0;
  const server = createServer((request, response) => {
    turn += 1;
    void pass(request, response, urls[turn % urls.length] ?? "");
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

async function pass(request: IncomingMessage, response: ServerResponse, to: string): Promise<void> {
  const { "content-length": _length, connection: _connection, host: _host, ...kept } = request.headers;
  const headers = Object.entries(kept).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  try {
    const body = new Uint8Array(await buffer(request));
    const answer = await fetch(`${to}${request.url}`, { method: request.method ?? "GET", headers, body });
    response.writeHead(answer.status).end(await answer.text());
  } catch {
    // The replica is gone or breaks off: what stands before it says so, as such things do.
    response.writeHead(502).end();
  }
}

import { once } from "node:events";
import { Agent, request } from "node:http";
import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { listen } from "../../src/server/listen.ts";
import type { RequestHandler } from "../../src/server/webhook-endpoint.ts";

const here = { port: 0, hostname: "127.0.0.1", logError: () => {} } as const;

const ok: RequestHandler = async (_, response) => void response.end("ok");

/** Over one connection that is kept, as a proxy does. */
function keepingGet(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  return () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      request(url, { agent }, (answer) => void answer.resume().once("end", () => resolve(answer)))
        .once("error", reject)
        .end();
    });
}

async function connected(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), here.hostname);
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

test("what is asked when the server closes is answered, and then nothing more is taken", async () => {
  const { promise, resolve: answer } = Promise.withResolvers<void>();
  const asked = vi.fn<() => void>();
  const handle: RequestHandler = async (_, response) => {
    asked();
    await promise;
    response.end("ok");
  };
  const { url, close } = await listen({ ...here, handle });
  const get = keepingGet(url);
  const first = get();
  await expect.poll(() => asked).toHaveBeenCalledOnce();
  const closed = close();
  answer();
  expect((await first).statusCode).toBe(200);
  await closed;
  await expect(get()).rejects.toThrow("ECONNREFUSED");
});

test("a connection that nothing is asked on does not hold up the end", async () => {
  const { url, close } = await listen({ ...here, handle: ok });
  const get = keepingGet(url);
  expect((await get()).headers.connection).toBe("keep-alive");
  await close();
});

test("a connection that comes just before the end still has the time to ask", async () => {
  const { url, close } = await listen({ ...here, handle: ok });
  const socket = await connected(url);
  const closed = close();
  // By now nobody listens any more, and the connection has asked nothing yet.
  await expect.poll(() => fetch(url).then(() => "taken", String)).toContain("fetch failed");
  socket.write("GET / HTTP/1.1\r\nhost: here\r\n\r\n");
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK[^]+connection: close/i);
  await closed;
});

test("connections that wait to be taken when the server closes are taken", async () => {
  const { url, close } = await listen({ ...here, handle: ok });
  // None of them is taken before this turn of the loop is over, and then one in each.
  const answers = Array.from({ length: 50 }, () => keepingGet(url)());
  const closed = close();
  expect((await Promise.all(answers)).map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
  await closed;
});

test("a connection that asks nothing at all does not hold up the end", async () => {
  const { url, close } = await listen({ ...here, handle: ok });
  const socket = await connected(url);
  await close();
  expect(await text(socket)).toBe("");
});

test("while it drains, the server answers as ever and asks for other connections", async () => {
  const { url, drain, close } = await listen({ ...here, handle: ok });
  onTestFinished(close);
  const get = keepingGet(url);
  drain();
  const answer = await get();
  expect([answer.statusCode, answer.headers.connection]).toEqual([200, "close"]);
});

test("an error that nobody foresaw is logged, and answered without it", async () => {
  const logError = vi.fn<(error: unknown, message: string) => void>();
  const broken = new Error("the secret is 42");
  const { url, close } = await listen({ ...here, handle: () => Promise.reject(broken), logError });
  onTestFinished(close);
  const answer = await fetch(url);
  expect([answer.status, await answer.text()]).toEqual([500, "could not be answered"]);
  expect(logError).toHaveBeenCalledExactlyOnceWith(broken, "A request could not be answered");
});

test("a port that is taken is told with the variable that names another", async () => {
  const { url, close } = await listen({ ...here, handle: ok });
  onTestFinished(close);
  const port = Number(new URL(url).port);
  await expect(listen({ ...here, handle: ok, port, variable: "METRICS_PORT" })).rejects.toThrow(
    new RegExp(`^Port ${port} cannot be listened on \\(.+\\); set METRICS_PORT to another$`),
  );
});

test("an address that is not this machine's is told, and not blamed on the port", async () => {
  // Of those that are kept for documentation, so it is nobody's.
  await expect(listen({ handle: ok, port: 0, hostname: "192.0.2.1", logError: () => {} })).rejects.toThrow(
    /^The address 192\.0\.2\.1 cannot be listened on \(.+\)$/,
  );
});

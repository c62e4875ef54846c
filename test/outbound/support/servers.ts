import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer as createHttp } from "node:http";
import type { RequestListener } from "node:http";
import { createServer } from "node:net";
import type { Server } from "node:net";
import { onTestFinished } from "vitest";

async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** A server of this machine, for one test. Answers its port. */
export async function serve(listener: RequestListener, host = "127.0.0.1"): Promise<number> {
  const server = createHttp(listener);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server, host, 0);
}

export interface Sink {
  readonly port: number;
  /** How often anybody connected, and what came. */
  readonly connections: () => number;
  readonly received: () => string;
}

/** Where nobody is to come: it counts who does. */
export async function openSink(host = "127.0.0.1", port = 0): Promise<Sink> {
  let connections = 0;
  let received = "";
  const server = createServer((socket) => {
    connections += 1;
    socket.on("data", (data) => {
      received += data.toString("latin1");
      socket.destroy();
    });
    socket.on("error", () => {});
  });
  onTestFinished(() => void server.close());
  return { port: await listen(server, host, port), connections: () => connections, received: () => received };
}

/** How many connections this process begins, wherever to. */
export function countConnections(): () => number {
  let begun = 0;
  const count = () => {
    begun += 1;
  };
  subscribe("net.client.socket", count);
  onTestFinished(() => void unsubscribe("net.client.socket", count));
  return () => begun;
}

import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setImmediate } from "node:timers/promises";

/** In milliseconds. */
const closing = {
  /** A turn of Node's loop this short had nothing else to do, so nobody can have come to wait during it. */
  shortTurn: 1,
  /** How long connections that wait to be taken are taken; under a flood they would never end. */
  accepting: 3000,
  /** How long a connection has for its first request. */
  fresh: 1000,
  /** How long answers are waited for. */
  answers: 9000,
  /** How often kept connections are looked at. */
  every: 20,
} as const;

/** Has to know the server from its beginning. What it answers stops the server without a reset of what was accepted. */
export function closingGently(server: Server): () => Promise<void> {
  const fresh = new Set<Socket>();
  let accepted = 0;
  server.on("connection", (socket: Socket) => {
    accepted += 1;
    fresh.add(socket);
    socket.once("close", () => fresh.delete(socket));
  });
  server.on("request", ({ socket }) => fresh.delete(socket));
  return async () => {
    await untilNobodyWaits(() => accepted);
    await close(server, fresh);
  };
}

/**
 * Connections that wait in the kernel are reset when the server stops listening, though their senders hold them for
 * accepted. Node takes one of them in each turn of its loop: a turn that took none has found none.
 */
async function untilNobodyWaits(accepted: () => number): Promise<void> {
  const begun = performance.now();
  let turnedAt = begun;
  for (let before = -1; turnedAt - begun < closing.accepting;) {
    await setImmediate();
    const now = performance.now();
    if (accepted() === before && now - turnedAt < closing.shortTurn) return;
    before = accepted();
    turnedAt = now;
  }
}

/** Node closes the connections that were answered and asked nothing since, and would keep the others for their whole time. */
function close(server: Server, fresh: ReadonlySet<Socket>): Promise<void> {
  return new Promise((closed, failed) => {
    const idle = setInterval(() => server.closeIdleConnections(), closing.every);
    const unused = setTimeout(() => fresh.forEach((socket) => socket.destroy()), closing.fresh);
    const late = setTimeout(() => server.closeAllConnections(), closing.answers);
    server.close((error) => {
      clearInterval(idle);
      clearTimeout(unused);
      clearTimeout(late);
      if (error === undefined) closed();
      else failed(error);
    });
  });
}

import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Bounds how many connections are open: of those that wait for their sender the oldest gives way to a new one. A sender
 * who means well is done within moments; one who only holds connections open loses them to those who come after.
 */
export function boundConnections(server: Server, most: number): void {
  const open = new Set<Socket>();
  const working = new WeakSet<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    if (open.size > most) (open.values().find((one) => !working.has(one)) ?? socket).destroy();
  });
  server.on("request", (request, response) => {
    const { socket } = request;
    // A kept connection is as new as its newest request.
    open.delete(socket);
    open.add(socket);
    request.once("end", () => working.add(socket));
    response.once("close", () => working.delete(socket));
  });
}

import { serve } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** For this machine only: whoever reaches the page may act as anybody in the simulation. */
export async function listenLocally(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, ({ port: bound }) => {
      resolve({ url: `http://localhost:${bound}`, close: () => close(server) });
    });
    server.once("error", (error) => {
      reject(new Error(`Port ${port} cannot be listened on (${error.message}); set PORT to another`, { cause: error }));
    });
  });
}

function close(server: ServerType): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    // Browsers keep connections open that nothing is asked on any more.
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}

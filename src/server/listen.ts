import { serve } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  readonly url: string;
  /** Resolves when no request is under way any more. */
  readonly close: () => Promise<void>;
}

export interface Address {
  /** 0: any that is free. */
  readonly port: number;
  /** Every address of this machine when not given. */
  readonly hostname?: string | undefined;
}

/** Listens on a port. Rejects with one sentence when the port is taken. */
export async function listen(app: Hono, { port, hostname }: Address): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, ...(hostname !== undefined && { hostname }) }, (bound) => {
      resolve({ url: `http://${hostname ?? "localhost"}:${bound.port}`, close: () => close(server) });
    });
    server.once("error", (error) => {
      reject(new Error(`Port ${port} cannot be listened on (${error.message}); set PORT to another`, { cause: error }));
    });
  });
}

function close(server: ServerType): Promise<void> {
  return new Promise((closed, failed) => {
    server.close((error) => (error === undefined ? closed() : failed(error)));
  });
}

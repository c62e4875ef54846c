import { serve } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  readonly url: string;
  /** Resolves when no request is under way any more. */
  readonly close: () => Promise<void>;
}

/** Listens on a port, 0 for any. Rejects with one sentence when the port is taken. */
export async function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port }, ({ port: bound }) => {
      const close = () =>
        new Promise<void>((closed, failed) => {
          server.close((error) => (error === undefined ? closed() : failed(error)));
        });
      resolve({ url: `http://localhost:${bound}`, close });
    });
    server.once("error", (error) => {
      reject(new Error(`Port ${port} cannot be listened on (${error.message}); set PORT to another`, { cause: error }));
    });
  });
}

import { chmod, mkdir, rename, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { socketName, withShortPath } from "./socket-place.ts";

/** What an operator may ask of the running app. */
export interface OperatorRequests {
  readonly list: () => Promise<object>;
  readonly replay: (ids: readonly string[]) => Promise<object>;
  /** Null: nothing is known of a repository of this name. */
  readonly report: (repository: { readonly owner: string; readonly name: string }) => Promise<object | null>;
}

export interface OperatorSocketOptions extends OperatorRequests {
  /** The data folder, which this process holds alone. */
  readonly folder: string;
  readonly logError: (error: unknown, message: string) => void;
}

export interface OperatorSocket {
  readonly close: () => Promise<void>;
}

/** In bytes: more IDs than anybody replays. */
const largestRequest = 8 * 1024 * 1024;

const replayRequest = z.object({ ids: z.array(z.guid()) });

/**
 * Answers the commands of an operator who has no other way to the store that this process has open. On a socket in the
 * data folder that only the app's own user may open, and never on a port: whatever can reach a port of this machine could
 * then send jobs, a page in somebody's browser too.
 */
export async function openOperatorSocket(options: OperatorSocketOptions): Promise<OperatorSocket> {
  const server = createAdaptorServer({ fetch: requestsTo(options).fetch });
  await withShortPath(options.folder, (folder) => listenIn(folder, server));
  return {
    close: async () => {
      await rm(join(options.folder, socketName), { force: true });
      await new Promise<void>((closed) => {
        server.close(() => closed());
        closeConnections(server);
      });
    },
  };
}

function requestsTo({ list, replay, report, logError }: OperatorSocketOptions): Hono {
  return new Hono()
    .get("/jobs", async (c) => c.json(await list()))
    .post("/jobs/replay", bodyLimit({ maxSize: largestRequest }), async (c) => {
      const request = replayRequest.safeParse(await c.req.json());
      return request.success ? c.json(await replay(request.data.ids)) : c.text("not IDs of jobs", 400);
    })
    .get("/report/:owner/:name", async (c) => c.json(await report(c.req.param())))
    .onError((error, c) => {
      logError(error, "An operator's request failed");
      return c.text(error.message, 500);
    });
}

/**
 * The socket is made in a folder that nobody else can enter, closed to others, and only then put in its place. There it
 * replaces what a killed process left: the folder is locked, so nobody can be behind that one.
 */
async function listenIn(folder: string, server: ServerType): Promise<void> {
  const making = join(folder, "operator.new");
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  const path = join(making, "s");
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(path, () => listening());
  });
  await chmod(path, 0o600);
  await rename(path, join(folder, socketName));
  await rm(making, { recursive: true });
}

function closeConnections(server: ServerType): void {
  if (isHttp(server)) server.closeAllConnections();
}

function isHttp(server: ServerType): server is Server {
  return "closeAllConnections" in server;
}

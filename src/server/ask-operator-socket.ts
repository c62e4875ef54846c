import { request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { socketName, withShortPath } from "./socket-place.ts";

/** In milliseconds. Thousands of jobs are sent again in less; a process that was stopped never answers. */
const patience = 60_000;

export type OperatorRequest =
  | { readonly kind: "list" }
  | { readonly kind: "replay"; readonly ids: readonly string[] }
  | { readonly kind: "report"; readonly repository: { readonly owner: string; readonly name: string } };

export type OperatorAnswer =
  | { readonly kind: "answered"; readonly answer: unknown }
  /** No app has the folder open, or one without a socket. */
  | { readonly kind: "nobody" };

/** Asks the app that has this data folder open. */
export async function askOperatorSocket(folder: string, asked: OperatorRequest): Promise<OperatorAnswer> {
  try {
    const answer = await withShortPath(folder, (short) => ask(join(short, socketName), asked));
    return { kind: "answered", answer };
  } catch (error) {
    // Nothing there, or what a killed process left. Anything else is the asker's to hear.
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ECONNREFUSED") return { kind: "nobody" };
    if (codeOf(error) !== "EACCES") throw error;
    throw new Error(`Only the user that runs the app may ask it (${join(folder, socketName)}).`, { cause: error });
  }
}

async function ask(socketPath: string, asked: OperatorRequest): Promise<unknown> {
  const { status, answer } = await exchange(socketPath, toRequest(asked));
  if (status !== 200) throw new Error(`The running app answered: ${answer}`);
  const read: unknown = JSON.parse(answer);
  return read;
}

interface Sent {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: string;
}

function toRequest(asked: OperatorRequest): Sent {
  switch (asked.kind) {
    case "list":
      return { method: "GET", path: "/jobs" };
    case "replay":
      return { method: "POST", path: "/jobs/replay", body: JSON.stringify({ ids: asked.ids }) };
    case "report": {
      const { owner, name } = asked.repository;
      return { method: "GET", path: `/report/${encodeURIComponent(owner)}/${encodeURIComponent(name)}` };
    }
  }
}

function exchange(socketPath: string, { method, path, body }: Sent): Promise<{ status: number; answer: string }> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const sent = request({ socketPath, method, path, headers, timeout: patience }, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, answer }), reject);
    });
    sent.once("timeout", () => sent.destroy(new Error("The running app does not answer.")));
    sent.once("error", reject);
    sent.end(body);
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

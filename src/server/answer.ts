import type { IncomingMessage, ServerResponse } from "node:http";

/** In bytes. What is left of a body up to here is read and thrown away, so that the connection can be used again. */
const SMALL_REST = 64 * 1024;

/** Answers in plain text. */
export function answer(request: IncomingMessage, response: ServerResponse, said: readonly [number, string]): void {
  if (response.headersSent || response.destroyed) return;
  const [status, text] = said;
  // Node would read all that a refused body still has to say: 200 MB of it, if somebody sends as much.
  if (!request.complete && !isSmall(request)) response.setHeader("connection", "close");
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : text);
}

function isSmall({ headers }: IncomingMessage): boolean {
  if (headers["transfer-encoding"] !== undefined) return false;
  return Number(headers["content-length"] ?? 0) <= SMALL_REST;
}

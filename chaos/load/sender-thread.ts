import { createHmac } from "node:crypto";
import { request } from "node:http";
import { parentPort } from "node:worker_threads";
import { z } from "zod";

/** A thread of its own, so that what the simulated GitHub computes meanwhile is not measured as waiting. */
const letter = z.object({
  id: z.number(),
  url: z.string(),
  secret: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

parentPort?.on("message", (message: unknown) => void handOver(letter.parse(message)));

async function handOver({ id, url, secret, headers, body }: z.infer<typeof letter>): Promise<void> {
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const startedAt = performance.now();
  const answer = await post(url, { ...headers, "x-hub-signature-256": signature }, body);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ id, ...answer, ms: performance.now() - startedAt });
}

/** GitHub waits for ten seconds. */
const patienceMs = 10_000;

/** A connection of its own for each, so that a broken one says something about its own delivery. */
function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number | null; why: string }> {
  return new Promise((resolve) => {
    const length = { "content-length": Buffer.byteLength(body) };
    const sending = request(url, { method: "POST", headers: { ...headers, ...length }, agent: false }, (response) => {
      // The last byte of the answer, or its breaking off: how long the connection takes to close then tells nothing.
      const answered = () => resolve({ status: response.statusCode ?? null, why: "answered" });
      response.resume();
      response.once("end", answered).once("close", answered);
    });
    sending.setTimeout(patienceMs, () => sending.destroy(new Error("nobody answered in time")));
    sending.once("error", (error) =>
      resolve({ status: null, why: "code" in error ? String(error.code) : error.message }),
    );
    sending.end(body);
  });
}

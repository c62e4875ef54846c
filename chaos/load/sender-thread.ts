import { createHmac } from "node:crypto";
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
  const status = await post(url, { ...headers, "x-hub-signature-256": signature }, body);
  parentPort?.postMessage({ id, status, ms: performance.now() - startedAt });
}

/** GitHub waits for ten seconds. */
const patienceMs = 10_000;

async function post(url: string, headers: Record<string, string>, body: string): Promise<number | null> {
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(patienceMs) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    // Nobody answered in time, or the connection broke: GitHub calls both a failed delivery.
    return null;
  }
}

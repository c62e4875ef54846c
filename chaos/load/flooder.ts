import { Worker } from "node:worker_threads";
import { z } from "zod";

/** How many ended how: with a status, "cut off", "still open". */
export type Ends = Readonly<Record<string, number>>;

export type Flood =
  | {
      readonly kind: "posts";
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly count: number;
      readonly atOnce: number;
      readonly bytes: number;
      readonly length: "told" | "not told";
    }
  | { readonly kind: "slow connections"; readonly url: string; readonly count: number; readonly seconds: number };

const ends = z.record(z.string(), z.number());

/** Pours onto a server from a thread of its own. */
export async function flood(given: Flood): Promise<Ends> {
  const thread = new Worker(new URL("./flooder-thread.ts", import.meta.url));
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  thread.once("message", resolve);
  thread.once("error", reject);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  thread.postMessage(given);
  const message = await promise;
  await thread.terminate();
  return ends.parse(message);
}

import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import type { Delivery } from "../../src/sandbox/github/webhooks/outbox.ts";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";

export interface Sent {
  readonly guid: string;
  /** Null: nobody answered within ten seconds, or the connection broke. */
  readonly status: number | null;
  /** "answered", or how it failed: "ECONNREFUSED"... */
  readonly why: string;
  readonly ms: number;
}

export interface Sender {
  readonly send: (delivery: Posted, url: string) => Promise<Sent>;
  readonly close: () => Promise<void>;
}

type Posted = Pick<Delivery, "guid" | "event" | "payload">;

const answered = z.object({ id: z.number(), status: z.number().nullable(), why: z.string(), ms: z.number() });

/** Hands deliveries over from a thread of its own, and measures there how long each took. */
export function openSender({ app }: Pick<SimulatedGitHub, "app">): Sender {
  const thread = new Worker(new URL("./sender-thread.ts", import.meta.url));
  const waiting = new Map<number, (answer: z.infer<typeof answered>) => void>();
  thread.on("message", (message: unknown) => {
    const answer = answered.parse(message);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  const send: Sender["send"] = async ({ guid, event, payload }, url) => {
    const id = (last += 1);
    const { promise, resolve } = Promise.withResolvers<z.infer<typeof answered>>();
    waiting.set(id, resolve);
    const headers = { "content-type": "application/json", "x-github-delivery": guid, "x-github-event": event };
    const to = `${url}${webhookPath}`;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage({ id, url: to, secret: app.webhookSecret, headers, body: JSON.stringify(payload) });
    const { status, why, ms } = await promise;
    return { guid, status, why, ms };
  };
  return { send, close: async () => void (await thread.terminate()) };
}

export function isAcknowledged({ status }: Sent): boolean {
  return status !== null && status >= 200 && status < 300;
}

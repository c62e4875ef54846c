import { expect } from "vitest";
import { listen } from "../../../src/server/listen.ts";
import { webhookEndpoint, webhookPath } from "../../../src/server/webhook-endpoint.ts";
import type { Reading } from "../../../src/webhooks/index.ts";
import { readDelivery } from "../../../src/webhooks/index.ts";

interface Received {
  readonly event: string;
  readonly action: string;
  readonly reading: Reading;
}

/** The app's own endpoint, and how the app reads what is delivered to it. */
export async function receiveDeliveries({ secret, ownLogin }: { readonly secret: string; readonly ownLogin: string }) {
  const received: Received[] = [];
  let refused = 0;
  const handle = webhookEndpoint({
    secret,
    receive: async ({ name: event, payload }) => {
      const action = "action" in payload ? String(payload.action) : "";
      received.push({ event, action, reading: readDelivery({ event, payload }, ownLogin) });
    },
    logError: () => {},
    onAnswer: ({ outcome }) => void (refused += outcome === "wrong-signature" ? 1 : 0),
  });
  const { url, close } = await listen({ handle, port: 0, hostname: "127.0.0.1", logError: () => {} });
  const has = (action: string, events: readonly string[]) =>
    received.some((one) => one.action === action && events.includes(one.event));
  return {
    url: `${url}${webhookPath}`,
    close,
    /** Deliveries that were not taken because of their signature. */
    refused: () => refused,
    readings: () => received.map(({ reading }) => reading),
    /** Until one of these events has come with this action. */
    next: (action: string, ...events: readonly string[]) => until(() => has(action, events)),
    untilRefused: () => until(() => refused > 0),
  };
}

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { interval: 10 }).toBe(true);
}

import { randomUUID } from "node:crypto";
import { sign } from "@octokit/webhooks-methods";
import type { JsonObject } from "../json.ts";

export type Delivery = {
  id: number;
  guid: string;
  event: string;
  action: string | null;
  payload: JsonObject;
  installationId: number;
  repositoryId: number | null;
  redelivery: boolean;
  createdAt: string;
  /** `held` until it is sent; `failed` when nobody answered at all. */
  status: "held" | "underway" | "answered" | "failed" | "dropped";
  statusCode: number | null;
  durationMs: number;
};

export type Outbox = {
  deliveries: Delivery[];
  /** Held deliveries wait for `send`, so that a story can reorder, repeat or lose them. */
  deliver: "automatically" | "held";
  target: string | null;
  secret: string;
  appId: number;
  underway: Set<Promise<void>>;
};

const hookId = 4001;
/** GitHub ends the connection then, and counts the delivery as failed. */
const patienceMs = 10_000;

export function newOutbox(given: { secret: string; appId: number }): Outbox {
  return { deliveries: [], deliver: "automatically", target: null, underway: new Set(), ...given };
}

export type Posting = Pick<Delivery, "event" | "action" | "payload" | "installationId" | "repositoryId" | "createdAt">;

export function post(outbox: Outbox, posting: Posting): Delivery {
  const delivery: Delivery = {
    ...posting,
    id: outbox.deliveries.length + 1,
    guid: randomUUID(),
    redelivery: false,
    status: "held",
    statusCode: null,
    durationMs: 0,
  };
  outbox.deliveries.push(delivery);
  if (outbox.deliver === "automatically" && outbox.target !== null) void send(outbox, delivery);
  return delivery;
}

/** Sends a delivery, also one that was sent before: GitHub may hand the same one over twice. */
export function send(outbox: Outbox, delivery: Delivery): Promise<void> {
  const sending = handOver(outbox, delivery);
  outbox.underway.add(sending);
  return sending.finally(() => outbox.underway.delete(sending));
}

/** As GitHub's own button does: a new delivery in the list under the old GUID. */
export function redeliver(outbox: Outbox, guid: string): Delivery {
  const original = outbox.deliveries.find((each) => each.guid === guid);
  if (original === undefined) throw new Error(`No delivery has the GUID ${guid}`);
  const copy: Delivery = {
    ...original,
    id: outbox.deliveries.length + 1,
    redelivery: true,
    status: "held",
    statusCode: null,
  };
  outbox.deliveries.push(copy);
  void send(outbox, copy);
  return copy;
}

/** Tells the same once more as news: the old payload under a new GUID. */
export function tellAgain(outbox: Outbox, told: Delivery): Delivery {
  const { event, action, payload, installationId, repositoryId, createdAt } = told;
  return post(outbox, { event, action, payload, installationId, repositoryId, createdAt });
}

/** Resolves once every delivery that was sent has its answer, those included that were sent meanwhile. */
export async function settled(outbox: Outbox): Promise<void> {
  while (outbox.underway.size > 0) await Promise.all(outbox.underway);
}

async function handOver(outbox: Outbox, delivery: Delivery): Promise<void> {
  if (outbox.target === null) throw new Error("Set webhookTarget before sending deliveries");
  const body = JSON.stringify(delivery.payload);
  const startedAt = performance.now();
  delivery.status = "underway";
  try {
    const headers = { ...headersOf(outbox, delivery), "X-Hub-Signature-256": await sign(outbox.secret, body) };
    const response = await fetch(outbox.target, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.arrayBuffer();
    delivery.status = "answered";
    delivery.statusCode = response.status;
  } catch {
    // Nobody listens or the connection broke: on GitHub's list this is a failed delivery, not an error of ours.
    delivery.status = "failed";
  }
  delivery.durationMs = Math.round(performance.now() - startedAt);
}

export function headersOf(outbox: Outbox, delivery: Delivery): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "GitHub-Hookshot/5ca1ab1e",
    "X-GitHub-Delivery": delivery.guid,
    "X-GitHub-Event": delivery.event,
    "X-GitHub-Hook-ID": String(hookId),
    "X-GitHub-Hook-Installation-Target-ID": String(outbox.appId),
    "X-GitHub-Hook-Installation-Target-Type": "integration",
  };
}

import { connect } from "node:net";
import type { Socket } from "node:net";
import { onTestFinished, vi } from "vitest";
import { listen } from "../../../src/server/listen.ts";
import type { Patience } from "../../../src/server/listen.ts";
import { mainDoor } from "../../../src/server/main-door.ts";
import type { EndpointOptions, ReceivedDelivery } from "../../../src/server/webhook-endpoint.ts";
import { webhookEndpoint, webhookPath } from "../../../src/server/webhook-endpoint.ts";

type Receive = (delivery: ReceivedDelivery) => Promise<void>;

interface Setting extends Pick<EndpointOptions, "secret" | "previousSecret"> {
  readonly receive?: ReturnType<typeof vi.fn<Receive>>;
  readonly patience?: Patience;
}

/** The door for GitHub as it is served, with nothing behind it; closed when the test ends. */
export async function startEndpoint({ receive = vi.fn<Receive>(async () => {}), patience, ...secrets }: Setting) {
  const logError = vi.fn<(error: unknown, message: string) => void>();
  const outcomes: string[] = [];
  const onAnswer = ({ outcome }: { readonly outcome: string }) => void outcomes.push(outcome);
  const webhook = webhookEndpoint({ ...secrets, receive, logError, onAnswer });
  const handle = mainDoor({ webhook, isReady: async () => true });
  const listening = await listen({ port: 0, hostname: "127.0.0.1", handle, logError, patience });
  onTestFinished(listening.close);
  return { ...listening, receive, logError, outcomes };
}

export interface Delivered {
  readonly body: string | Buffer<ArrayBuffer>;
  /** Null leaves a header out. */
  readonly signature: string | null;
  readonly id: string | null;
  readonly name: string | null;
}

export async function postTo(url: string, given: Partial<Delivered>) {
  const { body = "{}", id = "guid-1", name = "ping", signature = null } = given;
  const headers = Object.entries({
    "x-github-delivery": id,
    "x-github-event": name,
    "x-hub-signature-256": signature,
  }).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  const answer = await fetch(`${url}${webhookPath}`, { method: "POST", body, headers: Object.fromEntries(headers) });
  return { status: answer.status, text: await answer.text() };
}

/** Well formed, and made by nobody who knows the secret. */
export const strangersHeaders = [
  `POST ${webhookPath} HTTP/1.1`,
  "host: localhost",
  "x-github-delivery: guid-1",
  "x-github-event: ping",
  `x-hub-signature-256: sha256=${"0".repeat(64)}`,
] as const;

/** A connection that says exactly what it is told to. */
export function openConnection(url: string) {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect(Number(port), hostname);
  let said = "";
  socket.setEncoding("latin1");
  socket.on("data", (text) => void (said += String(text)));
  // A connection that the server breaks off is an end like any other here.
  socket.on("error", () => {});
  const ended = new Promise<string>((resolve) => {
    socket.once("close", () => resolve(said));
  });
  onTestFinished(() => void socket.destroy());
  return {
    socket,
    /** All that the server said, once the connection is over. */
    ended,
  };
}

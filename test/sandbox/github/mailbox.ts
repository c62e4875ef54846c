import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { verify } from "@octokit/webhooks-methods";
import { onTestFinished } from "vitest";
import { webhookSecret } from "./small-github.ts";

export type Received = { event: string; guid: string; isGenuine: boolean; payload: Record<string, unknown> };

/** Takes deliveries in over real HTTP and keeps them. */
export async function openMailbox(status = 202) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void receive(request)
      .then((one) => received.push(one))
      .finally(() => response.writeHead(status).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The mailbox listens on a port");
  return { url: `http://127.0.0.1:${address.port}/api/github/webhooks`, received };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const body = await text(request);
  const header = (name: string): string => String(request.headers[name]);
  const isGenuine = await verify(webhookSecret, body, header("x-hub-signature-256"));
  return { event: header("x-github-event"), guid: header("x-github-delivery"), isGenuine, payload: JSON.parse(body) };
}

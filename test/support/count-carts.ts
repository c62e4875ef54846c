import { createServer } from "node:http";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { defineMetrics } from "./metrics.ts";
import { HYPOTHESIS } from "./shop.ts";
import type { ShopOptions } from "./shop.ts";

/** A description that names the metric. */
export const BY_CARTS = `${HYPOTHESIS}\n\nMetric: abandoned carts from 40 to 30`;

interface Counted {
  /** What the service tells next; null: it is broken. */
  tell: (value: number | null) => void;
  readonly asked: () => number;
  readonly options: ShopOptions;
}

/** A service of the operator's that counts carts. */
export async function countCarts(given: Readonly<Record<string, unknown>> = {}): Promise<Counted> {
  let value: number | null = 41;
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    if (value === null) response.writeHead(500).end("a secret of the inside");
    else response.end(JSON.stringify({ carts: value }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = address === null || typeof address === "string" ? 0 : address.port;
  const metric = {
    name: "Abandoned carts",
    provider: "http-json",
    repositories: ["acme/shop"],
    url: `http://127.0.0.1:${port}/`,
    path: "/carts",
    unit: "%",
    window: "7 days",
    allow_private_addresses: true,
    public: true,
    ...given,
  };
  return {
    tell: (next) => {
      value = next;
    },
    asked: () => asked,
    options: { defined: defineMetrics({ metrics: [metric] }) },
  };
}

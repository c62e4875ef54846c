import { pino } from "pino";
import { Probot } from "probot";
import { Hono } from "hono";
import { receiveDeliveries } from "./app.ts";
import type { Database } from "./queue/database.ts";
import type { Clock } from "./queue/queue.ts";
import type { Runtime } from "./runtime.ts";
import { openRuntime } from "./runtime.ts";
import { listen } from "./server/listen.ts";
import type { ReceivedDelivery } from "./server/webhook-endpoint.ts";
import { webhookEndpoint, webhookPath } from "./server/webhook-endpoint.ts";
import type { Credentials, Settings } from "./settings.ts";
import { webhooks } from "./webhooks/index.ts";

export interface Serving {
  readonly url: string;
  readonly runtime: Runtime;
  readonly stop: () => Promise<void>;
}

export interface ServeOptions {
  /** Another store than the one in the data folder. It is closed with the app. */
  readonly database?: Database;
  /** What the app takes for the time; the system's clock when not given. */
  readonly clock?: Clock;
  /** Where to listen; every address of this machine when not given. */
  readonly hostname?: string;
}

/** The real app: the endpoint that GitHub delivers to, the store and its workers. */
export async function serve(
  settings: Settings,
  credentials: Credentials,
  options: ServeOptions = {},
): Promise<Serving> {
  const log = pino({ level: settings.logLevel });
  const probot = new Probot({
    appId: credentials.appId,
    privateKey: credentials.privateKey,
    secret: credentials.webhookSecret,
    baseUrl: settings.apiUrl,
    log,
  });
  const runtime = await openRuntime(probot, settings, { ...options, appId: credentials.appId });
  await probot.load((app) => receiveDeliveries(app, runtime.record));
  const endpoint = webhookEndpoint({
    path: webhookPath,
    secret: credentials.webhookSecret,
    receive: async (delivery) => {
      if (isKnownEvent(delivery)) await probot.receive(delivery);
    },
    logError: (error, message) => log.error(error, message),
  });
  const app = new Hono().route("/", endpoint).get("/healthz", (c) => c.text("ok"));
  const listening = await listen(app, { port: settings.port, hostname: options.hostname });
  const stop = async () => {
    try {
      await listening.close();
    } finally {
      await runtime.stop();
    }
  };
  return { url: listening.url, runtime, stop };
}

type ProbotEvent = Parameters<Probot["receive"]>[0];

/** Probot takes only events that it knows by name; those of our table are all among them. Others are acknowledged. */
function isKnownEvent(delivery: ReceivedDelivery): delivery is ProbotEvent {
  return webhooks.some(({ event }) => event === delivery.name);
}

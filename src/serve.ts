import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import { Probot } from "probot";
import { receiveDeliveries } from "./app.ts";
import type { Intake } from "./intake.ts";
import { openStore } from "./open-store.ts";
import { openOperatorDoor } from "./operator.ts";
import type { Database } from "./queue/database.ts";
import { countJobs } from "./queue/count-jobs.ts";
import type { Clock } from "./queue/queue.ts";
import type { Runtime } from "./runtime.ts";
import { openRuntime } from "./runtime.ts";
import { listen } from "./server/listen.ts";
import { createLog, logForProbot } from "./server/log.ts";
import { mainDoor } from "./server/main-door.ts";
import { metricsDoor } from "./server/metrics-door.ts";
import { openMetrics } from "./server/metrics.ts";
import type { Metrics } from "./server/metrics.ts";
import { readiness } from "./server/readiness.ts";
import { seldom } from "./server/seldom.ts";
import type { ReceivedDelivery, RequestHandler } from "./server/webhook-endpoint.ts";
import { webhookEndpoint } from "./server/webhook-endpoint.ts";
import { secretsOf } from "./settings.ts";
import type { Credentials, Settings } from "./settings.ts";
import { webhooks } from "./webhooks/index.ts";

export interface Serving {
  readonly url: string;
  /** Where the figures are; null where they are not served. */
  readonly metricsUrl: string | null;
  readonly runtime: Runtime;
  /** Answers what was taken, lets jobs end or hands them back, and closes the store. */
  readonly stop: (options?: StopOptions) => Promise<void>;
}

export interface StopOptions {
  /**
   * For how long deliveries are still taken after the app has begun to say that it is not ready: time for who sends them
   * to turn elsewhere. 0 when not given.
   */
  readonly drainMs?: number;
}

export interface ServeOptions {
  /** Another store than the one that the settings name. It is closed with the app. */
  readonly database?: Database;
  /** What the app takes for the time; the system's clock when not given. */
  readonly clock?: Clock;
  /** Whether the app looks by itself for what no delivery told of; "on" when not given. */
  readonly recurring?: "on" | "off" | undefined;
  /** Where to listen; every address of this machine when not given. */
  readonly hostname?: string;
  /** Where to serve the figures for operators; nowhere when not given. */
  readonly metrics?: Settings["metrics"];
  readonly log?: Logger;
}

/** The real app: the endpoint that GitHub delivers to, the store and its workers. */
export async function serve(
  settings: Settings,
  credentials: Credentials,
  options: ServeOptions = {},
): Promise<Serving> {
  const log = options.log ?? createLog({ level: settings.logLevel, secrets: secretsOf(settings, credentials) });
  const logError: LogError = (error, message) => log.error({ err: error }, message);
  const database = options.database ?? (await openStore(settings, logError));
  const metrics = options.metrics && openMetrics(() => countJobs(database), Date.now);
  const probot = probotFor(settings, credentials, log);
  const { appId } = credentials;
  const runtime = await openRuntime(probot, settings, { ...options, appId, database, logger: log, watch: metrics });
  const bodyDigests = new WeakMap<object, string>();
  const record: Intake = (delivery) => runtime.record({ ...delivery, bodyDigest: bodyDigests.get(delivery.payload) });
  await probot.load((app) => receiveDeliveries(app, record));
  const behind = { settings, credentials, options, database, metrics, probot, bodyDigests, logError };
  const doors = await openDoors(behind);
  const stop = async ({ drainMs = 0 }: StopOptions = {}) => {
    await doors.close(drainMs);
    await runtime.stop();
    await doors.closeFigures();
  };
  return { url: doors.url, metricsUrl: doors.metricsUrl, runtime, stop };
}

type LogError = (error: unknown, message: string) => void;

interface Behind {
  readonly settings: Settings;
  readonly credentials: Credentials;
  readonly options: ServeOptions;
  readonly database: Database;
  readonly metrics: Metrics | undefined;
  readonly probot: Probot;
  /** By the payload: it is all of a delivery that Probot hands on. */
  readonly bodyDigests: WeakMap<object, string>;
  readonly logError: LogError;
}

/** One for everybody, one for the operator's figures, and one for the operator's commands. */
async function openDoors(behind: Behind) {
  const { settings, options, database, metrics, logError } = behind;
  const ready = readiness(() => database.query("SELECT 1"));
  const webhook = webhookOf(behind);
  const handle = mainDoor({ webhook, isReady: ready.isReady });
  const door = await listen({ port: settings.port, hostname: options.hostname, handle, logError });
  const { host, port } = options.metrics ?? settings.metrics;
  const shown = { port, hostname: host, variable: "METRICS_PORT", logError };
  const figures = metrics && (await listen({ ...shown, handle: metricsDoor(metrics) }));
  // Whoever shares a server's store needs nobody to reach it; one that was handed in is its opener's.
  const isAlone = options.database === undefined && settings.databaseUrl === undefined;
  const operator = isAlone ? await openOperatorDoor({ database, folder: settings.dataDir, logError }) : undefined;
  return {
    url: door.url,
    metricsUrl: figures === undefined ? null : `${figures.url}/metrics`,
    close: async (drainMs: number) => {
      ready.end();
      door.drain();
      await delay(drainMs);
      await Promise.all([door.close(), operator?.close()]);
    },
    closeFigures: async () => figures?.close(),
  };
}

function probotFor({ apiUrl }: Settings, { appId, privateKey, webhookSecret }: Credentials, log: Logger): Probot {
  return new Probot({ appId, privateKey, secret: webhookSecret, baseUrl: apiUrl, log: logForProbot(log) });
}

/** Verified here, then handed to Probot: it would read a body of any size first, and answer before it is stored. */
function webhookOf({ probot, credentials, bodyDigests, metrics, ...told }: Behind): RequestHandler {
  const { webhookSecret: secret, previousWebhookSecret: previousSecret } = credentials;
  const receive = async ({ bodyDigest, ...event }: ReceivedDelivery) => {
    if (!isKnownEvent(event)) return metrics?.onDelivery("ignored");
    bodyDigests.set(event.payload, bodyDigest);
    await probot.receive(event);
  };
  const logError = seldom(told.logError);
  return webhookEndpoint({ secret, previousSecret, receive, logError, onAnswer: metrics?.onAnswer });
}

type ProbotEvent = Parameters<Probot["receive"]>[0];

/** Probot takes only events that it knows by name; those of our table are all among them. Others are acknowledged. */
function isKnownEvent(delivery: Omit<ReceivedDelivery, "bodyDigest">): delivery is ProbotEvent {
  return webhooks.some(({ event }) => event === delivery.name);
}

import { join } from "node:path";
import type { Probot } from "probot";
import { hasStickyMarker } from "./core/report/marker.ts";
import { createClient } from "./github/client.ts";
import { GitHubError } from "./github/errors.ts";
import type { OwnApp } from "./github/own-app.ts";
import { readOwnApp } from "./github/own-app.ts";
import { createReader } from "./github/reader.ts";
import { enterpriseServer, githubDotCom } from "./github/schema-features.ts";
import { tokenSource } from "./github/token-source.ts";
import { createWriter } from "./github/writer.ts";
import { jobHandlers } from "./jobs/index.ts";
import type { Connection } from "./jobs/tools.ts";
import type { Database } from "./queue/database.ts";
import { openEmbeddedDatabase } from "./queue/pglite.ts";
import type { Clock, Queue } from "./queue/queue.ts";
import { openQueue } from "./queue/queue.ts";
import { threadIndex } from "./queue/thread-index.ts";
import type { Settings } from "./settings.ts";
import { readDelivery } from "./webhooks/index.ts";

export interface Delivery {
  /** GitHub's GUID: the same when it delivers again. */
  readonly id: string;
  readonly event: string;
  readonly payload: unknown;
}

/** Resolves when the delivery's jobs would survive this process. */
export type Intake = (delivery: Delivery) => Promise<void>;

export interface Runtime {
  readonly record: Intake;
  readonly queue: Queue;
  readonly stop: () => Promise<void>;
}

interface RuntimeOptions {
  readonly probot: Probot;
  readonly database: Database;
  readonly settings: Pick<Settings, "apiUrl" | "graphqlUrl" | "webUrl">;
  /** Drives the queue and what the jobs call now; the system's when not given. */
  readonly clock?: Clock;
}

/** Puts the rooms together: deliveries in, jobs through the queue, GitHub behind a reader and a writer. */
async function startRuntime({ probot, database, settings, clock }: RuntimeOptions): Promise<Runtime> {
  const now = () => new Date(clock?.now() ?? Date.now());
  const logger = probot.log;
  const ownApp = once(async () => readOwnApp(await probot.auth()));
  const connect = connector({ probot, settings, now, ownApp });
  const putOff = (error: unknown) => endOfLimit(error, now());
  const queue = await openQueue({ database, logger, putOff, ...(clock && { clock }) });
  const tools = { connect, index: threadIndex(database), queue, now, webUrl: settings.webUrl };
  await queue.work(jobHandlers(tools));
  return {
    queue,
    record: async (delivery) => {
      const { id: appId, slug } = await ownApp();
      const read = readDelivery(delivery, `${slug}[bot]`);
      if (read.kind === "unreadable") logger.error({ delivery: delivery.id, event: delivery.event }, read.why);
      if (read.kind !== "jobs") return;
      // The same GUID goes to every app that is subscribed, so the app is part of its identity.
      await queue.record({ hookId: `app-${appId}`, deliveryId: delivery.id, event: delivery.event }, read.jobs);
    },
    stop: () => queue.stop(),
  };
}

/** The runtime of one process with its store, which is in the data folder where no other is handed in. */
export async function openRuntime(
  probot: Probot,
  settings: Settings,
  { database: given, clock }: { readonly database?: Database; readonly clock?: Clock } = {},
): Promise<Runtime> {
  const database = given ?? (await openEmbeddedDatabase(join(settings.dataDir, "store")));
  const runtime = await startRuntime({ probot, database, settings, ...(clock && { clock }) });
  const stop = async () => {
    try {
      await runtime.stop();
    } finally {
      await database.close();
    }
  };
  return { ...runtime, stop };
}

interface Connecting {
  readonly probot: Probot;
  readonly settings: RuntimeOptions["settings"];
  readonly now: () => Date;
  readonly ownApp: () => Promise<OwnApp>;
}

/** One client per installation. Probot signs in as the app, to ask for the installation's tokens. */
function connector({ probot, settings, now, ownApp }: Connecting): (installation: number) => Promise<Connection> {
  const connections = new Map<number, Promise<Connection>>();
  const open = async (installation: number): Promise<Connection> => {
    const tokens = tokenSource({ asApp: () => probot.auth(), installation, now });
    const { apiUrl: baseUrl, graphqlUrl } = settings;
    const client = createClient({
      baseUrl,
      ...(graphqlUrl && { graphqlUrl }),
      userAgent: "outcome-link",
      ...tokens,
      now,
    });
    const features = baseUrl.endsWith("/api/v3") ? enterpriseServer : githubDotCom;
    const reader = createReader({ client, app: await ownApp(), isOurs: hasStickyMarker, features });
    return { reader, writer: createWriter(client) };
  };
  return async (installation) => {
    const connection = connections.get(installation) ?? open(installation);
    connections.set(installation, connection);
    // A connection that failed is made anew by the next job.
    connection.catch(() => connections.delete(installation));
    return connection;
  };
}

/** How long to wait after a limit for which GitHub names no time. Its documentation asks for at least a minute. */
const unnamedWait = 60_000;

/** GitHub's limits put a job off to the time that GitHub names, instead of spending its tries. */
function endOfLimit(error: unknown, now: Date): Date | null {
  if (!(error instanceof GitHubError) || error.failure.kind !== "retry-later") return null;
  return error.failure.at ?? new Date(now.getTime() + unnamedWait);
}

/** Remembers the first answer, but not a failure to get one. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}

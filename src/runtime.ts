import { join } from "node:path";
import type { Probot } from "probot";
import { findBases } from "./config/find-bases.ts";
import { connector } from "./github/connect.ts";
import { GitHubError } from "./github/errors.ts";
import { readOwnApp } from "./github/own-app.ts";
import { jobHandlers } from "./jobs/index.ts";
import { Unanswered } from "./jobs/unreadable.ts";
import { bodyDigest } from "./queue/body-digest.ts";
import type { Database } from "./queue/database.ts";
import { mergeGroupIndex } from "./queue/known-merge-groups.ts";
import { openEmbeddedDatabase } from "./queue/pglite.ts";
import type { Clock, Pause, Queue, QueueLogger } from "./queue/queue.ts";
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
  /** The app's number; not known where somebody else made the Probot from credentials of their own. */
  readonly appId: number | undefined;
  /** Another store than the one in the data folder. It is closed with the runtime. */
  readonly database?: Database | undefined;
  /** Drives the queue and what the jobs call now; the system's when not given. */
  readonly clock?: Clock | undefined;
}

/** The runtime of one process with its store, which is in the data folder where no other is handed in. */
export async function openRuntime(probot: Probot, settings: Settings, options: RuntimeOptions): Promise<Runtime> {
  const database = options.database ?? (await openEmbeddedDatabase(join(settings.dataDir, "store")));
  const runtime = await startRuntime({ ...options, probot, settings, database });
  const stop = async () => {
    try {
      await runtime.stop();
    } finally {
      await database.close();
    }
  };
  return { ...runtime, stop };
}

interface Parts extends RuntimeOptions {
  readonly probot: Probot;
  readonly database: Database;
  readonly settings: Settings;
}

/** Puts the rooms together: deliveries in, jobs through the queue, GitHub behind a reader and a writer. */
async function startRuntime({ probot, database, settings, clock, appId }: Parts): Promise<Runtime> {
  const now = () => new Date(clock?.now() ?? Date.now());
  const logger = probot.log;
  // Probot signs in as the app, to ask who it is and for the installations' tokens.
  const asApp = () => probot.auth();
  const ownApp = once(async () => readOwnApp(await asApp()));
  const connect = connector({
    ...settings,
    asApp,
    now,
    ownApp: ownApp.get,
    findBases: findBases(settings.allowedBases),
  });
  const putOff = (error: unknown) => endOfLimit(error, now());
  const queue = await openQueue({ database, logger, putOff, ...(clock && { clock }) });
  const indices = { index: threadIndex(database), mergeGroups: mergeGroupIndex(database, now) };
  await queue.work(jobHandlers({ ...indices, connect, queue, putOff, blame, now, webUrl: settings.webUrl, logger }));
  const record = intake({ queue, logger, hookId: hookIdOf(appId), slug: () => ownApp.known()?.slug ?? null });
  return { queue, record, stop: () => queue.stop() };
}

/** The same GUID goes to every app that is subscribed, so the app is part of a delivery's identity. */
function hookIdOf(appId: number | undefined): string {
  return appId === undefined ? "app" : `app-${appId}`;
}

interface Receiving {
  readonly queue: Pick<Queue, "record">;
  readonly logger: QueueLogger;
  readonly hookId: string;
  readonly slug: () => string | null;
}

/**
 * Asks GitHub nothing: what it delivers can be stored while its API is down. Until a job has learnt the app's own name,
 * what the app did itself is looked at once more than needed.
 */
function intake({ queue, logger, hookId, slug: ownSlug }: Receiving): Intake {
  return async (delivery) => {
    const slug = ownSlug();
    const read = readDelivery(delivery, slug === null ? null : `${slug}[bot]`);
    if (read.kind === "unreadable") logger.error({ delivery: delivery.id, event: delivery.event }, read.why);
    if (read.kind !== "jobs") return;
    const { id: deliveryId, event, payload } = delivery;
    await queue.record({ hookId, deliveryId, event, bodyDigest: bodyDigest(payload) }, read.jobs);
  };
}

function blame(error: unknown): "github" | "ours" {
  return error instanceof GitHubError || error instanceof Unanswered ? "github" : "ours";
}

/** How long to wait after a limit for which GitHub names no time. Its documentation asks for at least a minute. */
const unnamedWait = 60_000;

/** GitHub's limits put a job off to the time that GitHub names, instead of spending its tries. */
function endOfLimit(error: unknown, now: Date): Pause | null {
  if (!(error instanceof GitHubError) || error.failure.kind !== "retry-later") return null;
  return { until: error.failure.at ?? new Date(now.getTime() + unnamedWait), reason: error.message };
}

interface Once<Value> {
  readonly get: () => Promise<Value>;
  /** What `get` was answered; undefined before. */
  readonly known: () => Value | undefined;
}

/** Remembers the first answer, but not a failure to get one. */
function once<Value>(read: () => Promise<Value>): Once<Value> {
  let asked: Promise<Value> | undefined;
  let known: Value | undefined;
  const ask = async () => {
    try {
      known = await read();
      return known;
    } catch (error) {
      // Who asked hears of it; the next one asks anew.
      asked = undefined;
      throw error;
    }
  };
  return { get: () => (asked ??= ask()), known: () => known };
}

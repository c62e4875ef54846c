import type { Probot } from "probot";
import { findBases } from "./config/find-bases.ts";
import { mayHoldCommand } from "./core/commands/may-hold-command.ts";
import { connectApp } from "./github/app-connection.ts";
import { createAppClient } from "./github/app-client.ts";
import { connector } from "./github/connect.ts";
import type { ConnectorOptions } from "./github/connect.ts";
import { whenAgain } from "./github/when-again.ts";
import { blame } from "./github/blame.ts";
import { ownAppReader } from "./github/own-app.ts";
import { tellWrongSettings } from "./github/tell-wrong-settings.ts";
import { countVerdicts } from "./jobs/count-verdicts.ts";
import { jobHandler } from "./jobs/index.ts";
import { onGivenUp } from "./jobs/on-given-up.ts";
import { startRecurring } from "./jobs/start-recurring.ts";
import { blameUnanswered } from "./jobs/unreadable.ts";
import { hookIdOf, intake } from "./intake.ts";
import type { Intake } from "./intake.ts";
import { openMetrics } from "./open-metrics.ts";
import { openStore } from "./open-store.ts";
import { allowances } from "./queue/allowances.ts";
import type { Database } from "./queue/database.ts";
import { boardIndex } from "./queue/known-boards.ts";
import { commandIndex } from "./queue/known-commands.ts";
import { followUpIndex } from "./queue/known-follow-ups.ts";
import { optOutIndex } from "./queue/known-opt-outs.ts";
import { mergeGroupIndex } from "./queue/known-merge-groups.ts";
import { problemIndex } from "./queue/known-problems.ts";
import type { Clock, JobEnd, Queue, QueueLogger } from "./queue/queue.ts";
import { openQueue } from "./queue/queue.ts";
import { recoveryStore } from "./queue/recovery-store.ts";
import { threadIndex } from "./queue/thread-index.ts";
import { tellStoreSeldom } from "./server/tell-store-seldom.ts";
import type { Settings } from "./settings.ts";
import { asksForJobs } from "./webhooks/index.ts";

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
  /** Probot's when not given. */
  readonly logger?: RuntimeLogger | undefined;
  /** Whether the app looks by itself, from time to time, for what no delivery told of; "on" when not given. */
  readonly recurring?: "on" | "off" | undefined;
  /** Told of what happens, to count it. */
  readonly watch?: Watch | undefined;
}

type RuntimeLogger = QueueLogger & { debug(fields: object, message: string): void };

export interface Watch {
  readonly onDelivery: (outcome: string) => void;
  readonly onJobEnd: (ended: JobEnd) => void;
  /** A check run was written. */
  readonly onVerdict: (conclusion: string) => void;
  readonly onCall?: NonNullable<ConnectorOptions["onCall"]>;
}

const unwatched: Watch = { onDelivery: () => {}, onJobEnd: () => {}, onVerdict: () => {} };

/** The runtime of one process with its store, which is the one that the settings name where no other is handed in. */
export async function openRuntime(probot: Probot, settings: Settings, options: RuntimeOptions): Promise<Runtime> {
  const logger = options.logger ?? probot.log;
  const logError = (error: unknown, message: string) => logger.error({ err: error }, message);
  const database = options.database ?? (await openStore(settings, logError));
  const runtime = await startRuntime({ ...options, probot, settings, database, logger });
  const stop = async () => {
    try {
      await runtime.stop();
    } finally {
      await database.close();
    }
  };
  return { ...runtime, stop };
}

interface Parts extends Omit<RuntimeOptions, "logger"> {
  readonly logger: RuntimeLogger;
  readonly probot: Probot;
  readonly database: Database;
  readonly settings: Settings;
}

/** Puts the rooms together: deliveries in, jobs through the queue, GitHub behind a reader and a writer. */
async function startRuntime(parts: Parts): Promise<Runtime> {
  const { probot, database, settings, clock, appId, logger, watch = unwatched, recurring = "on" } = parts;
  const now = () => new Date(clock?.now() ?? Date.now());
  // Probot signs in as the app, to ask who it is and for the installations' tokens.
  const signIn = () => probot.auth();
  const appClient = createAppClient({ baseUrl: settings.apiUrl, signIn, now, onCall: watch.onCall });
  const ownApp = ownAppReader(appClient);
  const connect = connector({
    ...settings,
    asApp: async () => appClient,
    now,
    ownApp: ownApp.get,
    findBases: findBases(settings.allowedBases),
    isCommand: mayHoldCommand,
    allowances: allowances(database),
    logger,
    onCall: watch.onCall,
  });
  const counted = countVerdicts(connect, watch.onVerdict);
  const blameAnyone = blameUnanswered(blame);
  const putOff = (error: unknown) => whenAgain(error, now());
  const queue = await openQueue({
    database,
    logger: tellStoreSeldom(logger),
    putOff,
    onJobEnd: watch.onJobEnd,
    onGivenUp: onGivenUp(blameAnyone),
    ...(clock && { clock }),
  });
  const indices = {
    index: threadIndex(database),
    commands: commandIndex(database),
    problems: problemIndex(database),
    mergeGroups: mergeGroupIndex(database, now),
    followUps: followUpIndex(database),
    boards: boardIndex(database),
    optOuts: optOutIndex(database),
  };
  const recovery = recoveryStore(database, hookIdOf(appId));
  const tools = {
    ...indices,
    ...recovery,
    app: connectApp(appClient),
    matters: asksForJobs,
    connect: counted,
    queue,
    putOff,
    blame: blameAnyone,
    metrics: openMetrics(settings.defined, { now, logger }),
    now,
    logger,
  };
  await queue.work(jobHandler({ ...tools, webUrl: settings.webUrl }));
  if (recurring === "on") {
    await startRecurring(tools);
    // Nobody waits for it: deliveries are taken all the same.
    void tellWrongSettings({ ask: ownApp.get, apiUrl: settings.apiUrl, logger });
  }
  const slug = () => ownApp.known()?.slug ?? null;
  const record = intake({ queue, logger, hookId: hookIdOf(appId), slug, onDelivery: watch.onDelivery });
  return { queue, record, stop: () => queue.stop() };
}

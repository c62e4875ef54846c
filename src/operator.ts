import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type JobPlace, listSchema, replaySchema } from "./cli/given-up.ts";
import { UsageError } from "./cli/command.ts";
import type { MovedStore } from "./cli/moved-store.ts";
import { notedSchema, type ReportPlace } from "./cli/noted-report.ts";
import { countJobs } from "./queue/count-jobs.ts";
import type { Database } from "./queue/database.ts";
import { type DeadLetter, listDeadLetters, replayDeadLetters } from "./queue/dead-letters.ts";
import { findPostgresStore, nameDatabase } from "./queue/find-postgres-store.ts";
import { moveStore } from "./queue/move-store.ts";
import { openEmbeddedDatabase } from "./queue/pglite.ts";
import { openPostgres } from "./queue/postgres.ts";
import { readNotedReport } from "./queue/read-noted-report.ts";
import { openQueue } from "./queue/queue.ts";
import { askOperatorSocket, type OperatorRequest } from "./server/ask-operator-socket.ts";
import { openOperatorSocket, type OperatorRequests, type OperatorSocket } from "./server/operator-socket.ts";
import { scrubber } from "./server/scrub.ts";
import { readStore } from "./settings.ts";

type Variables = Readonly<Record<string, string | undefined>>;

const whenStarted = "The app works on them when it is started.";
const atOnce = "The running app works on them.";

/** What an operator may ask of a store, over the socket of the app that has it open, or of the store itself. */
function requestsTo(database: Database) {
  return {
    list: async () => ({ counts: await countJobs(database), givenUp: (await listDeadLetters(database)).map(clean) }),
    replay: async (ids: readonly string[]) => {
      const { sent, unreadable } = await replayDeadLetters(database, ids);
      return { sent: sent.map(clean), unreadable: unreadable.map(clean) };
    },
    report: (repository) => readNotedReport(database, repository, new Date()),
  } satisfies OperatorRequests;
}

const scrub = scrubber([]);

function clean(letter: DeadLetter): DeadLetter {
  return { ...letter, error: scrub(letter.error) };
}

/** Lets operators of this machine reach the store that the running app keeps in its data folder. */
export async function openOperatorDoor(of: {
  readonly database: Database;
  readonly folder: string;
  readonly logError: (error: unknown, message: string) => void;
}): Promise<OperatorSocket> {
  const { database, folder, logError } = of;
  try {
    return await openOperatorSocket({ ...requestsTo(database), folder, logError });
  } catch (error) {
    // Not every file system has sockets. The app does its work without.
    logError(error, "Operators cannot ask this process about its jobs: its socket could not be made");
    return { close: async () => {} };
  }
}

/** The jobs of the store that these variables name, which must be there. */
export async function openJobs(variables: Variables): Promise<JobPlace> {
  const { databaseUrl, dataDir } = readStore(variables);
  if (databaseUrl !== undefined) return jobsOf(await openTables(databaseUrl), atOnce);
  const { kind } = await askOperatorSocket(dataDir, { kind: "list" });
  return kind === "answered" ? jobsOfRunning(dataDir) : jobsOf(await openFolder(dataDir), whenStarted);
}

function jobsOf(database: Database, works: string): JobPlace {
  const { list, replay } = requestsTo(database);
  return { list, replay, works, close: () => database.close() };
}

function jobsOfRunning(dataDir: string): JobPlace {
  return {
    list: async () => listSchema.parse(await askRunning(dataDir, { kind: "list" })),
    replay: async (ids) => replaySchema.parse(await askRunning(dataDir, { kind: "replay", ids })),
    works: atOnce,
    close: async () => {},
  };
}

/** What the store that these variables name, which must be there, knows of repositories. */
export async function openReports(variables: Variables): Promise<ReportPlace> {
  const { databaseUrl, dataDir } = readStore(variables);
  if (databaseUrl !== undefined) return reportsOf(await openTables(databaseUrl));
  const { kind } = await askOperatorSocket(dataDir, { kind: "list" });
  if (kind === "nobody") return reportsOf(await openFolder(dataDir));
  return {
    read: async (repository) => notedSchema.parse(await askRunning(dataDir, { kind: "report", repository })),
    close: async () => {},
  };
}

function reportsOf(database: Database): ReportPlace {
  const { report } = requestsTo(database);
  return { read: report, close: () => database.close() };
}

async function askRunning(dataDir: string, asked: OperatorRequest): Promise<unknown> {
  const found = await askOperatorSocket(dataDir, asked);
  if (found.kind === "nobody") throw new Error("The app has just ended. Try again.");
  return found.answer;
}

async function openTables(url: string): Promise<Database> {
  const { isMade } = await findPostgresStore(url);
  if (!isMade) throw new Error(`${nameDatabase(url)} holds no store of the app.`);
  return openPostgres(url, { logError: () => {} });
}

async function openFolder(dataDir: string): Promise<Database> {
  return openEmbeddedDatabase(findFolder(dataDir));
}

function findFolder(dataDir: string): string {
  const folder = join(dataDir, "store");
  if (existsSync(join(folder, "postgres"))) return folder;
  throw new Error(`There is no store in ${dataDir}: set DATA_DIR, or DATABASE_URL, as for the app.`);
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Asked twice: PostgreSQL still lists a connection for a moment that an earlier command has just ended. */
async function isInUse(databaseUrl: string): Promise<boolean> {
  if ((await findPostgresStore(databaseUrl)).connections === 0) return false;
  await delay(1000);
  return (await findPostgresStore(databaseUrl)).connections > 0;
}

/** Moves the store of DATA_DIR into DATABASE_URL, while nobody works on either. */
export async function moveToPostgres(variables: Variables, existing: "refuse" | "replace"): Promise<MovedStore> {
  const { databaseUrl, dataDir } = readStore(variables);
  if (databaseUrl === undefined) throw new UsageError("DATABASE_URL names the database to move to, and is not set.");
  findFolder(dataDir);
  if (await isInUse(databaseUrl)) throw new Error(`${nameDatabase(databaseUrl)} is in use by the app: stop it first.`);
  const from = await openFolder(dataDir);
  try {
    const to = await openEmpty(databaseUrl);
    try {
      const tables = await moveStore({ from, to, existing });
      return { from: dataDir, to: nameDatabase(databaseUrl), tables, counts: await countJobs(to) };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** With all tables and queues made, as the app makes them when it starts. */
async function openEmpty(url: string): Promise<Database> {
  const database = await openPostgres(url, { logError: () => {} });
  const queue = await openQueue({ database, logger: silent });
  await queue.stop();
  return database;
}

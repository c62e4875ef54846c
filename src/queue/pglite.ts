import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fromPglite } from "pg-boss";
import type { Database, Row, Statements } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { makeStoreApart } from "./make-store-apart.ts";
import { migrate } from "./migrations.ts";
import { rightOfWay } from "./right-of-way.ts";
import { reasonOf, startPglite } from "./start-pglite.ts";

export interface EmbeddedOptions {
  /** A dumped store to start from where there is none yet: it loads ten times faster than an empty one is made. */
  readonly template?: Blob;
}

/**
 * Opens PostgreSQL inside this process, kept in a folder of its own, or with "memory" in none. It survives a killed process but
 * not a power cut: PGlite never calls fsync.
 */
export async function openEmbeddedDatabase(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  if (folder === "memory") return open("memory://", options);
  const path = resolve(folder);
  await mkdir(path, { recursive: true });
  const lock = lockFolder(path);
  try {
    const database = await open(await madeStore(path, options));
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    // The caller gets the reason; the folder must not stay locked by a store that never opened.
    lock.release();
    throw notOpened(path, error);
  }
}

/** PGlite says of damaged files only that it "Aborted()". */
function notOpened(folder: string, cause: unknown): Error {
  return new Error(
    `The store in the data folder ${folder} could not be opened (${reasonOf(cause)}). Make sure that the disk has room and that this user may write there. If it still does not open, its files are damaged: move the folder away and start again with an empty one. What the store knew is then read from GitHub anew.`,
    { cause },
  );
}

export interface EmbeddedDatabase extends Database {
  /** Everything in the store, to open another from (`template`) or to keep as a backup. */
  dump(): Promise<Blob>;
}

/** Making a store takes seconds; one whose making was cut short must not be taken for a whole one. */
async function madeStore(folder: string, { template }: EmbeddedOptions): Promise<string> {
  const store = join(folder, "postgres");
  if (existsSync(store)) return store;
  await removeUnfinished(folder);
  // Each has a folder of its own: a process that was making one may outlive by seconds the killed one that it made it for.
  const unfinished = await mkdtemp(join(folder, UNFINISHED));
  if (template === undefined) await makeStoreApart(unfinished);
  else await (await startPglite(unfinished, template)).close();
  await rename(unfinished, store);
  return store;
}

const UNFINISHED = "postgres.unfinished";

async function removeUnfinished(folder: string): Promise<void> {
  const unfinished = (await readdir(folder)).filter((name) => name.startsWith(UNFINISHED));
  // Again where something was written into it meanwhile, by the process that outlived its own.
  const options = { recursive: true, force: true, maxRetries: 10 } as const;
  await Promise.all(unfinished.map((name) => rm(join(folder, name), options)));
}

async function open(dataDir: string, { template }: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const lite = await startPglite(dataDir, template);
  const way = rightOfWay();
  const statement: Statements["query"] = async (sql, params = []) => (await lite.query<Row>(sql, [...params])).rows;
  const transaction: Database["transaction"] = (work) =>
    way.inTurn(() =>
      lite.transaction((tx) =>
        work({ query: async (sql, params = []) => (await tx.query<Row>(sql, [...params])).rows }),
      ),
    );
  const database: EmbeddedDatabase = {
    query: (sql, params) => way.inTurn(() => statement(sql, params)),
    ahead: { query: (sql, params) => way.ahead(() => statement(sql, params)) },
    transaction,
    migration: transaction,
    close: () => lite.close(),
    dump: () => lite.dumpDataDir("none"),
    boss: { db: fromPglite(lite), backend: "pglite" },
    sharing: "one-process",
  };
  await migrate(database);
  return database;
}

import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import { fromPglite } from "pg-boss";
import type { Database, Row } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { migrate } from "./migrations.ts";

const settings = [
  // Instead of 128 MB: idle memory goes from 520 to 195 MB, and what the queue keeps hot is far smaller.
  "shared_buffers=16MB",
  // There is no autovacuum to tell the planner how many jobs wait. Believing that few do, it sorts all of them for
  // every fetch: 52 ms at 20,000. Told to avoid sorting it walks the index that has them in order: 1 ms.
  "enable_sort=off",
];
const startParams = [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ["-c", setting])];

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
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `The store in the data folder ${folder} could not be opened (${reason}). Make sure that the disk has room and that this user may write there. If it still does not open, its files are damaged: move the folder away and start again with an empty one. What the store knew is then read from GitHub anew.`,
    { cause },
  );
}

export interface EmbeddedDatabase extends Database {
  /** Everything in the store, to open another from (`template`) or to keep as a backup. */
  dump(): Promise<Blob>;
}

/** Making a store takes seconds; one whose making was cut short must not be taken for a whole one. */
async function madeStore(folder: string, options: EmbeddedOptions): Promise<string> {
  const store = join(folder, "postgres");
  if (existsSync(store)) return store;
  const unfinished = `${store}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await (await create(unfinished, options)).close();
  await rename(unfinished, store);
  return store;
}

/**
 * V8 would compile PostgreSQL's WebAssembly a second time, with its optimising compiler. For its largest functions that
 * takes 500 MB for a moment after the start, and 100 MB for good: 750 MB and 300 MB without this, 200 MB with it. What it
 * costs is a fifth of the processor time of a statement.
 */
function compileOnce(): void {
  setFlagsFromString("--no-wasm-tier-up");
  setFlagsFromString("--no-wasm-dynamic-tiering");
}

function create(dataDir: string, { template }: EmbeddedOptions): Promise<PGlite> {
  compileOnce();
  return PGlite.create({ dataDir, startParams, ...(template && { loadDataDir: template }) });
}

async function open(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const lite = await create(dataDir, options);
  const database: EmbeddedDatabase = {
    query: async (sql, params = []) => (await lite.query<Row>(sql, [...params])).rows,
    transaction: (work) =>
      lite.transaction((tx) =>
        work({ query: async (sql, params = []) => (await tx.query<Row>(sql, [...params])).rows }),
      ),
    close: () => lite.close(),
    dump: () => lite.dumpDataDir("none"),
    boss: { db: fromPglite(lite), backend: "pglite" },
    sharing: "one-process",
  };
  await migrate(database);
  return database;
}

import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { fromPglite } from "pg-boss";
import type { Database, Row } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { migrate } from "./migrations.ts";

/**
 * 16 MB instead of PostgreSQL's 128: measured on the embedded build, idle memory goes from 520 to 195 MB. What the
 * queue keeps hot is far smaller than that.
 */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];

export interface EmbeddedOptions {
  /** A dumped store to start from instead of an empty one (a dump loads ten times faster than an empty store is made). */
  readonly template?: Blob;
}

/**
 * Opens PostgreSQL inside this process, kept in a folder of its own or in memory. It survives a killed process but
 * not a power cut: PGlite never calls fsync.
 */
export async function openEmbeddedDatabase(
  folder: string | "memory",
  options: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  if (folder === "memory") return open("memory://", options);
  const path = resolve(folder);
  await mkdir(path, { recursive: true });
  const lock = await lockFolder(path);
  try {
    const database = await open(join(path, "postgres"), options);
    return { ...database, close: () => database.close().finally(lock.release) };
  } catch (error) {
    // The caller gets the reason; the folder must not stay locked by a store that never opened.
    lock.release();
    throw error;
  }
}

export interface EmbeddedDatabase extends Database {
  /** Everything in the store, to open another from (`template`) or to keep as a backup. */
  dump(): Promise<Blob>;
}

async function open(dataDir: string, { template }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const lite = await PGlite.create({ dataDir, startParams, ...(template && { loadDataDir: template }) });
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

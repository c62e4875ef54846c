import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Database, Statements } from "../../src/queue/database.ts";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { createPostgresDatabase } from "../../test/support/postgres-database.ts";
import type { StoreKind } from "../store-kind.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/** Where the app of a scenario keeps its store. */
export interface StorePlace {
  readonly variables: Readonly<Record<string, string>>;
  /** Reads in it; of the embedded one only while the app is down, or this would be refused. */
  readonly inspect: <Result>(read: (statements: Statements) => Promise<Result>) => Promise<Result>;
  /** Ends every connection that the app has to its database. */
  readonly cutConnections: () => Promise<void>;
  /** Takes everything away that the app has stored, while it is down. */
  readonly empty: () => Promise<void>;
}

/** An empty store of this kind, which is removed when the work is over. */
export function withStore<Result>(kind: StoreKind, work: (place: StorePlace) => Promise<Result>): Promise<Result> {
  switch (kind) {
    case "pglite":
      return inTemporaryFolder((folder) => work(embedded(folder)));
    case "postgres":
      return withDatabase(work);
    default:
      return kind satisfies never;
  }
}

function embedded(folder: string): StorePlace {
  return {
    variables: { DATA_DIR: folder },
    inspect: async (read) => {
      const database = await openEmbeddedDatabase(join(folder, "store"));
      return closing(database, read);
    },
    // It has none: the database is in the process.
    cutConnections: async () => {},
    empty: () => rm(join(folder, "store"), { recursive: true, force: true }),
  };
}

/** The address of the server on which a database can be made. */
export function postgresServer(): string {
  const server = process.env["TEST_DATABASE_URL"];
  if (server === undefined) {
    throw new Error("--store postgres needs TEST_DATABASE_URL; scripts/with-postgres.sh sets it");
  }
  return server;
}

async function withDatabase<Result>(work: (place: StorePlace) => Promise<Result>): Promise<Result> {
  const { url, cut, drop } = await createPostgresDatabase(postgresServer());
  const inspect: StorePlace["inspect"] = async (read) => {
    const database = await openPostgres(url, { logError: () => {} });
    return closing(database, read);
  };
  const empty = () =>
    inspect(async (statements) => void (await statements.query("DROP SCHEMA outcome, pgboss CASCADE")));
  try {
    return await work({ variables: { DATABASE_URL: url }, inspect, cutConnections: cut, empty });
  } finally {
    await drop();
  }
}

async function closing<Result>(database: Database, read: (statements: Statements) => Promise<Result>): Promise<Result> {
  try {
    return await read(database);
  } finally {
    await database.close();
  }
}

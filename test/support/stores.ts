import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe } from "vitest";
import type { Database } from "../../src/queue/database.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { openTestStore } from "./store.ts";

/** A PostgreSQL server for tests: `scripts/with-postgres.sh npm test` starts one. */
export const postgresUrl = process.env["TEST_DATABASE_URL"];

/** An empty database of its own on the test server. */
export async function createPostgresDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `outcome_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function openPostgresStore(server: string): Promise<Database> {
  const { url, drop } = await createPostgresDatabase(server);
  const database = await openPostgres(url, { logError: () => {} });
  return { ...database, close: () => database.close().finally(drop) };
}

/** Tells the same of both stores. Without a PostgreSQL at hand its half is skipped, by name. */
export function onEveryStore(name: string, tell: (open: () => Promise<Database>) => void): void {
  describe(`${name}, on the embedded store`, () => tell(openTestStore));
  describe.skipIf(postgresUrl === undefined)(`${name}, on PostgreSQL (TEST_DATABASE_URL)`, () =>
    tell(() => openPostgresStore(postgresUrl ?? "")),
  );
}

import { randomUUID } from "node:crypto";
import { Client } from "pg";

export interface PostgresDatabase {
  readonly url: string;
  /** Ends every connection to it, from another one of the server: those who do so at the same time leave each other alone. */
  readonly cut: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** An empty database of its own on the test server. */
export async function createPostgresDatabase(server: string): Promise<PostgresDatabase> {
  const name = `outcome_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    cut: () => onServer(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

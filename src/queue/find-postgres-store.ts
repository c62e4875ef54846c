import { Client } from "pg";

/** In milliseconds. */
const patience = 5000;

export interface FoundStore {
  /** Whether the app has made its tables there. Looking makes none. */
  readonly isMade: boolean;
  /** How many connections the app holds there at this moment. */
  readonly connections: number;
}

/** Looks into a PostgreSQL database by its URL. Rejects with one sentence, without the password, where it cannot. */
export async function findPostgresStore(url: string): Promise<FoundStore> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience });
  try {
    await client.connect();
    const { rows } = await client.query<{ made: boolean; connections: number }>(
      `SELECT to_regclass('pgboss.job') IS NOT NULL AND to_regclass('outcome.deliveries') IS NOT NULL AS made,
         (SELECT count(*)::int FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'outcome-link') AS connections`,
    );
    return { isMade: rows[0]?.made === true, connections: rows[0]?.connections ?? 0 };
  } catch (error) {
    throw new Error(`${nameDatabase(url)} cannot be read: ${reasonOf(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined); // It may never have been open.
  }
}

/** What people call the database: never its user or password. */
export function nameDatabase(url: string): string {
  const { host, pathname } = new URL(url);
  return `The PostgreSQL database ${host}${pathname}`;
}

/** Where a name has several addresses, Node's error holds one for each and says nothing itself. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}

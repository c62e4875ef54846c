import { Pool, types } from "pg";
import type { CustomTypesConfig, PoolClient, PoolConfig, QueryResult } from "pg";
import type { Database, Row, Statements } from "./database.ts";
import { migrate } from "./migrations.ts";

/** In milliseconds. Only a lost connection is so slow. */
const patience = { connect: 5000, statement: 15_000 } as const;

/** Connections of one process: eight jobs, deliveries beside them, and what looks after the queue. */
const CONNECTIONS = 12;

export interface PostgresOptions {
  /** How long a statement may take that changes no table, in milliseconds; far more than any does when not given. */
  readonly statementMs?: number;
  /** Told of connections that broke while nobody used them. The next statement gets another one. */
  readonly logError: (error: unknown, message: string) => void;
}

/** Opens a PostgreSQL server's database by its URL ("postgres://USER@HOST/NAME"). Any number of processes may share it. */
export async function openPostgres(url: string, options: PostgresOptions): Promise<Database> {
  const { statementMs = patience.statement } = options;
  const pool = openPool(url, options, {
    max: CONNECTIONS,
    query_timeout: statementMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
  });
  const statements: Statements = { query: (sql, params) => unlessUndone(() => statementsOn(pool).query(sql, params)) };
  const openPatient = () => openPool(url, options, { max: 1 });
  const database: Database = {
    ...statements,
    // There are as many connections as work at once and some more.
    ahead: statements,
    transaction: (work) => unlessUndone(() => inTransaction(pool, work)),
    migration: (work) => unlessUndone(() => thenEnd(openPatient(), (patient) => inTransaction(patient, work))),
    close: () => pool.end(),
    boss: {
      db: {
        executeSql: (sql, values) =>
          changesTables.test(sql)
            ? thenEnd(openPatient(), (patient) => executeSql(patient, sql, values))
            : executeSql(pool, sql, values),
      },
    },
    sharing: "several-processes",
  };
  try {
    await migrate(database);
    return database;
  } catch (error) {
    // Whoever opened it hears why; the connections must not keep the process alive.
    await pool.end();
    throw error;
  }
}

function openPool(url: string, { logError }: PostgresOptions, limits: PoolConfig): Pool {
  const pool = new Pool({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: patience.connect,
    application_name: "outcome-link",
    ...limits,
  });
  // Without a listener a broken idle connection would end the process.
  pool.on("error", (error) => logError(error, "A connection to PostgreSQL broke"));
  return pool;
}

/** Two processes that wait for each other: PostgreSQL undoes what one of them did, and asks it to do it again. */
const TRIES = 3;
const undone = new Set(["40P01", "40001"]);

async function unlessUndone<Result>(work: () => Promise<Result>, triesLeft = TRIES - 1): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // Everything else, and what is undone for the third time, is the caller's.
    const isUndone = error instanceof Error && "code" in error && undone.has(String(error.code));
    if (!isUndone || triesLeft === 0) throw error;
    return unlessUndone(work, triesLeft - 1);
  }
}

function statementsOn(connection: Pool | PoolClient): Statements {
  return {
    // Ids are bigints, which would come as text; GitHub's fit a number.
    query: async (text, params = []) =>
      (await connection.query<Row>({ text, values: [...params], types: numbersForBigints })).rows,
  };
}

const numbersForBigints: CustomTypesConfig = {
  getTypeParser: (id, format) => (id === types.builtins.INT8 ? Number : types.getTypeParser(id, format)),
};

async function inTransaction<Result>(pool: Pool, work: (statements: Statements) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  // The pool hears of idle connections only: one that breaks between two statements would end the process. The next
  // statement on it fails, so that nobody goes on.
  client.on("error", hearNothing);
  try {
    await client.query("BEGIN");
    const result = await work(statementsOn(client));
    await commit(client);
    giveBack(client, "whole");
    return result;
  } catch (error) {
    // Thrown on. A connection that cannot even roll back is not used again.
    const state = await client.query("ROLLBACK").then(
      () => "whole" as const,
      () => "broken" as const,
    );
    giveBack(client, state);
    throw error;
  }
}

async function thenEnd<Result>(pool: Pool, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** A transaction in which a statement failed is undone by COMMIT too, which then does not fail but says so. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query("COMMIT");
  if (command !== "COMMIT") throw new Error("The transaction was undone, for one of its statements had failed");
}

function giveBack(client: PoolClient, state: "whole" | "broken"): void {
  client.release(state === "broken");
  client.off("error", hearNothing);
}

function hearNothing(): void {}

/** In pg-boss's own words: its new versions change its tables at the start, and add indexes while the app runs. */
const changesTables = /\b(?:CREATE|ALTER|DROP)\b/;

/** pg-boss sends several statements at once where there are no values; PostgreSQL answers one result for each. */
async function executeSql(pool: Pool, sql: string, values?: unknown[]): Promise<{ rows: Row[] }> {
  const answer: QueryResult<Row> | QueryResult<Row>[] = await pool.query<Row>(sql, values);
  return { rows: Array.isArray(answer) ? answer.flatMap(({ rows }) => rows) : answer.rows };
}

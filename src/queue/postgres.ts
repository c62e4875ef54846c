import pg from "pg";
import type { Database, Row, Statements } from "./database.ts";
import { migrate } from "./migrations.ts";

/** In milliseconds. Far above what any statement of ours takes: only a lost connection is so slow. */
const patience = { connect: 5000, statement: 15_000 } as const;

/** Connections of one process: eight jobs, deliveries beside them, and what looks after the queue. */
const CONNECTIONS = 12;

export interface PostgresOptions {
  /** Told of connections that broke while nobody used them. The next statement gets another one. */
  readonly logError: (error: unknown, message: string) => void;
}

/** Opens a PostgreSQL server's database by its URL ("postgres://USER@HOST/NAME"). Any number of processes may share it. */
export async function openPostgres(url: string, { logError }: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    keepAlive: true,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.statement,
    statement_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.statement,
    application_name: "outcome-link",
  });
  // Without a listener a broken idle connection would end the process.
  pool.on("error", (error) => logError(error, "A connection to PostgreSQL broke"));
  const database: Database = {
    ...statementsOn(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
    boss: { db: { executeSql: (sql, values) => executeSql(pool, sql, values) } },
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

function statementsOn(connection: pg.Pool | pg.PoolClient): Statements {
  return {
    // Ids are bigints, which would come as text; GitHub's fit a number.
    query: async (text, params = []) =>
      (await connection.query<Row>({ text, values: [...params], types: numbersForBigints })).rows,
  };
}

const BIGINT = 20;

const numbersForBigints: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (id === BIGINT ? Number : pg.types.getTypeParser(id, format)),
};

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (statements: Statements) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(statementsOn(client));
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // Thrown on. A connection that cannot even roll back is not used again.
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}

/** pg-boss sends several statements at once where there are no values; PostgreSQL answers one result for each. */
async function executeSql(pool: pg.Pool, sql: string, values?: unknown[]): Promise<{ rows: Row[] }> {
  const answer: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await pool.query<Row>(sql, values);
  return { rows: Array.isArray(answer) ? answer.flatMap(({ rows }) => rows) : answer.rows };
}

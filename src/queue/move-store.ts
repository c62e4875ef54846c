import { z } from "zod";
import type { Database, Row, Statements } from "./database.ts";

/** How many rows are held in memory at once. */
const ROWS_AT_ONCE = 500;

export interface MovedTable {
  readonly name: string;
  readonly rows: number;
}

export interface Moving {
  readonly from: Database;
  /** With all tables made, and nobody working on it. */
  readonly to: Database;
  /** What becomes of what is there already: refused, or replaced by what is moved. */
  readonly existing: "refuse" | "replace";
}

/**
 * Copies every job and all that the app remembers from one store into another, row by row as it is: what waits, what is
 * for later, what was given up on, and since when. In one transaction: whatever interrupts it, the target is as it was.
 * The store that is copied stays as it is.
 */
export async function moveStore({ from, to, existing }: Moving): Promise<readonly MovedTable[]> {
  return to.transaction((into) =>
    from.transaction(async (out) => {
      await requireSameVersion(out, into);
      const tables = await listTables(into);
      // Whoever should start working there meanwhile waits.
      await into.query(`LOCK TABLE ${tables.join(", ")} IN EXCLUSIVE MODE`);
      if (existing === "refuse") await requireEmpty(into, tables);
      for (const table of tables.toReversed()) await into.query(`DELETE FROM ${table}`);
      const moved: MovedTable[] = [];
      for (const table of tables) moved.push(await copyTable(table, out, into));
      return moved;
    }),
  );
}

/** pg-boss's jobs, and our tables: asked of the store, so that one that is added one day is not forgotten here. */
async function listTables(statements: Statements): Promise<readonly string[]> {
  const rows = await statements.query(
    `SELECT 'outcome.' || table_name AS name FROM information_schema.tables
     WHERE table_schema = 'outcome' AND table_type = 'BASE TABLE' AND table_name <> 'migrations' ORDER BY table_name`,
  );
  return ["pgboss.job", ...textsOf(rows, "name")];
}

async function requireSameVersion(out: Statements, into: Statements): Promise<void> {
  const [theirs, ours] = [await versionOf(out), await versionOf(into)];
  if (theirs === ours) return;
  throw new Error(
    `The store was last used by another version of the app (${theirs}; this one has ${ours}). Start this version on it once, stop it, and try again.`,
  );
}

async function versionOf(statements: Statements): Promise<string> {
  const [there] = await statements.query("SELECT to_regclass('pgboss.version') IS NOT NULL AS made");
  if (there?.["made"] !== true) return "none";
  const [row] = await statements.query(
    "SELECT (SELECT max(version) FROM pgboss.version) || '.' || (SELECT max(step) FROM outcome.migrations) AS version",
  );
  return String(row?.["version"]);
}

async function requireEmpty(into: Statements, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    if ((await countRows(into, table)) === 0) continue;
    throw new Error(
      `The database holds rows of the app already (${table}), so nothing was moved: with --replace they are thrown away.`,
    );
  }
}

/** The rows go through here as text that nobody looks into, so that no number and no fraction of a second is changed. */
async function copyTable(table: string, out: Statements, into: Statements): Promise<MovedTable> {
  const columns = await columnsOf(into, table);
  const insert = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::text::jsonb)`;
  await out.query(`DECLARE moved NO SCROLL CURSOR FOR SELECT to_jsonb(each)::text AS row FROM ${table} each`);
  for (;;) {
    const rows = textsOf(await out.query(`FETCH ${ROWS_AT_ONCE} FROM moved`), "row");
    if (rows.length === 0) break;
    await into.query(insert, [`[${rows.join(",")}]`]);
  }
  await out.query("CLOSE moved");
  const [there, here] = [await countRows(out, table), await countRows(into, table)];
  if (there !== here) throw new Error(`Of ${there} rows of ${table} ${here} arrived. Nothing was moved.`);
  return { name: table, rows: here };
}

async function columnsOf(statements: Statements, table: string): Promise<string> {
  const rows = await statements.query(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return textsOf(rows, "name").join(", ");
}

const counted = z.object({ rows: z.int() });

async function countRows(statements: Statements, table: string): Promise<number> {
  const [row] = await statements.query(`SELECT count(*)::int AS rows FROM ${table}`);
  return counted.parse(row).rows;
}

function textsOf(rows: readonly Row[], column: string): readonly string[] {
  return rows.map((row) => String(row[column]));
}

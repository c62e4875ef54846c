import type { ConstructorOptions } from "pg-boss";

export type Row = Readonly<Record<string, unknown>>;

/** SQL with `$1` placeholders that runs on PGlite and PostgreSQL alike. */
export interface Statements {
  query(sql: string, params?: readonly unknown[]): Promise<readonly Row[]>;
}

/** The store. One implementation is embedded; another can be a PostgreSQL server behind the same interface. */
export interface Database extends Statements {
  /** As `query`, before all that waits for the store: for deliveries, whose sender waits for an answer. */
  readonly ahead: Statements;
  /**
   * Keep it short: the embedded store has one connection, and everybody else waits. Use only the statements handed in, and
   * do nothing else: `work` is called again where the store undid it for another transaction's sake.
   */
  transaction<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result>;
  /** As `transaction`, for as long as it takes: what changes tables, or waits for somebody who does. */
  migration<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
  /** How pg-boss reaches the same store. */
  readonly boss: Pick<ConstructorOptions, "db" | "backend" | "connectionString">;
  /** "one-process": nobody else can have the store open, so a job found active at the start has lost its worker. */
  readonly sharing: "one-process" | "several-processes";
}

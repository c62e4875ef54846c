import type { Database, Row, Statements } from "../../src/queue/database.ts";

/** A process's view of a store. Once killed, nothing that it asks is answered any more. */
export function mortalStore(database: Database): { store: Database; kill: () => void; answers: readonly Row[] } {
  const answers: Row[] = [];
  let isDead = false;
  const asking = (statements: Statements): Statements["query"] => {
    return async (sql, params) => {
      if (isDead) return new Promise(() => {});
      const rows = await statements.query(sql, params);
      answers.push(...rows);
      return rows;
    };
  };
  const store: Database = {
    ...database,
    query: asking(database),
    ahead: { query: asking(database.ahead) },
    transaction: (work) => (isDead ? new Promise(() => {}) : database.transaction(work)),
  };
  return { store, kill: () => void (isDead = true), answers };
}

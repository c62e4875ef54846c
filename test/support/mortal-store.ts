import type { Database, Row } from "../../src/queue/database.ts";

/** A process's view of a store. Once killed, nothing that it asks is answered any more. */
export function mortalStore(database: Database): { store: Database; kill: () => void; answers: readonly Row[] } {
  const answers: Row[] = [];
  let isDead = false;
  const store: Database = {
    ...database,
    query: async (sql, params) => {
      if (isDead) return new Promise(() => {});
      const rows = await database.query(sql, params);
      answers.push(...rows);
      return rows;
    },
    transaction: (work) => (isDead ? new Promise(() => {}) : database.transaction(work)),
  };
  return { store, kill: () => void (isDead = true), answers };
}

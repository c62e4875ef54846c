import type { AttachableClock } from "pg-boss";
import { systemClock } from "pg-boss";

/** The system's clock, put forward by what a visitor skipped. Timers run in real time. */
export interface SandboxClock extends AttachableClock {
  /** Resolves when the store's time has moved too. */
  readonly advance: (ms: number) => Promise<void>;
}

type Store = Parameters<AttachableClock["attach"]>[0];

export function createSandboxClock(): SandboxClock {
  const stores = new Set<Store>();
  let skippedMs = 0;
  return {
    ...systemClock,
    now: () => Date.now() + skippedMs,
    advance: async (ms) => {
      skippedMs += ms;
      for (const store of stores) await setStoreTime(store, skippedMs);
    },
    attach: async (store) => {
      stores.add(store);
      await setStoreTime(store, skippedMs);
      return { [Symbol.asyncDispose]: async () => void stores.delete(store) };
    },
  };
}

/** pg-boss reads the time through this one function. The sandbox's store ends with it, so nothing is put back. */
async function setStoreTime({ db, schema }: Store, skippedMs: number): Promise<void> {
  await db.executeSql(
    `CREATE OR REPLACE FUNCTION ${schema}.job_now() RETURNS timestamptz LANGUAGE sql STABLE
     AS $$ SELECT pg_catalog.now() + interval '${Math.round(skippedMs)} milliseconds' $$`,
  );
}

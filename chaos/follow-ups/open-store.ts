import type { Database } from "../../src/queue/database.ts";
import { openPostgresStore } from "../../test/support/postgres-store.ts";
import { openTestStore } from "../../test/support/store.ts";
import { postgresServer } from "../app/store-place.ts";
import type { StoreKind } from "../store-kind.ts";

/**
 * A store that knows the moved clock. One process after the other has it for itself, on PostgreSQL too: otherwise a killed
 * one's jobs would be waited for until their lease ends, while the clock stands still.
 */
export async function openStore(kind: StoreKind): Promise<Database> {
  switch (kind) {
    case "pglite":
      return openTestStore();
    case "postgres":
      return { ...(await openPostgresStore(postgresServer())), sharing: "one-process" };
    default:
      return kind satisfies never;
  }
}

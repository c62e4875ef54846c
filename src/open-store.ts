import { join } from "node:path";
import type { Database } from "./queue/database.ts";
import { openEmbeddedDatabase } from "./queue/pglite.ts";
import { openPostgres } from "./queue/postgres.ts";
import type { Settings } from "./settings.ts";

/** The store that the operator chose: a PostgreSQL server's database, or else the embedded one in the data folder. */
export async function openStore(
  { databaseUrl, dataDir }: Pick<Settings, "databaseUrl" | "dataDir">,
  logError: (error: unknown, message: string) => void,
): Promise<Database> {
  if (databaseUrl === undefined) return openFolder(dataDir);
  try {
    return await openPostgres(databaseUrl, { logError });
  } catch (error) {
    // Told in a sentence that names the variable; the driver's own words may be none.
    throw new Error(`The database of DATABASE_URL could not be opened: ${reasonOf(error)}`, { cause: error });
  }
}

async function openFolder(dataDir: string): Promise<Database> {
  try {
    return await openEmbeddedDatabase(join(dataDir, "store"));
  } catch (error) {
    // The store's own refusals are sentences; those of the file system have a code and name no variable.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new Error(`The folder of DATA_DIR cannot be used: ${error.message}`, { cause: error });
  }
}

/** A host with several addresses fails with one error for each, and no words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error && error.message !== "" ? error.message : String(error);
}

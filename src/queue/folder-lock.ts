import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process alone. PGlite does not: two processes on one folder lose each other's rows.
 *
 * The lock is one that the kernel holds (SQLite's, on a file of its own; Node has no other), so it ends with the process
 * however that ends: there is no stale lock to be recognised, and nothing to race for.
 */
export function lockFolder(folder: string): FolderLock {
  const file = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  const holder = join(folder, "lock-holder");
  try {
    // Without a journal nothing but the lock file itself is made.
    file.exec("PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (!isBusy(error)) throw error;
    throw alreadyOpen(folder, readHolder(holder));
  }
  writeFileSync(holder, String(process.pid));
  return { release: () => file.close() };
}

/** SQLITE_BUSY: somebody else holds it. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}

function alreadyOpen(folder: string, holder: string): Error {
  return new Error(
    `The data folder ${folder} is already open in ${holder}. One process at a time can use an embedded store: stop that one, or set another DATA_DIR.`,
  );
}

/** Only for the sentence: the lock itself is the kernel's. */
function readHolder(file: string): string {
  try {
    return `process ${readFileSync(file, "utf8")}`;
  } catch {
    // Taken so lately that its holder has not written it yet.
    return "another process";
  }
}

import { inspect } from "node:util";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";

const settings = [
  // Instead of 128 MB: idle memory goes from 520 to 195 MB, and what the queue keeps hot is far smaller.
  "shared_buffers=16MB",
  // There is no autovacuum to tell the planner how many jobs wait. Believing that few do, it sorts all of them for
  // every fetch: 52 ms at 20,000. Told to avoid sorting it walks the index that has them in order: 1 ms.
  "enable_sort=off",
];
const startParams = [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ["-c", setting])];

/**
 * Starts PostgreSQL inside this process, on a folder or on "memory://". Where there is no store yet it makes one, or
 * loads the template, which is a dumped one.
 */
export function startPglite(dataDir: string, template?: Blob): Promise<PGlite> {
  compileOnce();
  return PGlite.create({ dataDir, startParams, ...(template && { loadDataDir: template }) });
}

/**
 * V8 would compile PostgreSQL's WebAssembly a second time, with its optimising compiler. For its largest functions that
 * takes 500 MB for a moment after the start, and 100 MB for good: 750 MB and 300 MB without this, 200 MB with it. What it
 * costs is a fifth of the processor time of a statement.
 */
function compileOnce(): void {
  setFlagsFromString("--no-wasm-tier-up");
  setFlagsFromString("--no-wasm-dynamic-tiering");
}

/** What its file system throws is no Error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : inspect(error, { breakLength: Infinity });
}

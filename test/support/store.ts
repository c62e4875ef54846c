import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openQueue } from "../../src/queue/queue.ts";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import type { EmbeddedDatabase } from "../../src/queue/pglite.ts";
import type { Statements } from "../../src/queue/database.ts";
import { silentLogger } from "./silent-logger.ts";

interface Kept {
  readonly store: EmbeddedDatabase;
  /** As pg-boss made it. A test's clock that was never disposed of would go on in the next test. */
  readonly clock: string;
}

const closed: Kept[] = [];
let template: Promise<Blob> | undefined;

/**
 * An empty store in memory with all tables and queues made. Making one takes seconds and loading a copy a third of
 * one, so a copy is kept for the test files that follow, and a store that a test closed is emptied for the next test.
 */
export async function openTestStore(): Promise<EmbeddedDatabase> {
  const kept = closed.pop() ?? (await loadStore());
  await empty(kept);
  return { ...kept.store, close: async () => void closed.push(kept) };
}

async function empty({ store, clock }: Kept): Promise<void> {
  await emptyStore(store);
  await store.query(clock);
}

/** As if it had just been made: everything that the app ever stored is gone. */
export async function emptyStore(store: Statements): Promise<void> {
  const own = await store.query(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'outcome' AND tablename <> 'migrations'",
  );
  const tables = ["pgboss.job", ...own.map(({ tablename }) => `outcome.${String(tablename)}`)];
  await store.query(`TRUNCATE ${tables.join(", ")}`);
}

async function loadStore(): Promise<Kept> {
  template ??= loadTemplate();
  const store = await openEmbeddedDatabase("memory", { template: await template });
  const [clock] = await store.query("SELECT pg_get_functiondef('pgboss.job_now'::regproc) AS definition");
  return { store, clock: String(clock?.["definition"]) };
}

/** The copy is named for everything that goes into it. */
export async function loadTemplate(): Promise<Blob> {
  const file = join(tmpdir(), `outcome-link-empty-store-${ingredients()}.tar`);
  const kept = await readFile(file).catch(() => undefined); // Not made yet, by this run or an earlier one.
  if (kept !== undefined) return new Blob([kept]);
  const made = await makeTemplate();
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, Buffer.from(await made.arrayBuffer()));
  await rename(part, file);
  return made;
}

async function makeTemplate(): Promise<Blob> {
  const database = await openEmbeddedDatabase("memory");
  const queue = await openQueue({ database, logger: silentLogger });
  await queue.stop();
  const dump = await database.dump();
  await database.close();
  return dump;
}

function ingredients(): string {
  const packages = ["@electric-sql/pglite", "pg-boss"].map((name) => `node_modules/${name}/package.json`);
  const own = ["migrations", "boss", "pglite", "start-pglite", "take-jobs", "insert-jobs", "urgency"].map(
    (name) => `src/queue/${name}.ts`,
  );
  const hash = createHash("sha256");
  for (const path of [...packages, ...own]) hash.update(readFileSync(new URL(`../../${path}`, import.meta.url)));
  return hash.digest("hex").slice(0, 16);
}

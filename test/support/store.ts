import { randomUUID } from "node:crypto";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openQueue } from "../../src/queue/queue.ts";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import type { EmbeddedDatabase } from "../../src/queue/pglite.ts";
import { silentLogger } from "./silent-logger.ts";

let template: Promise<Blob> | undefined;

/**
 * An empty store in memory with all tables and queues made. Making one takes seconds, loading a copy a fraction of one, so the
 * first test to ask makes it and leaves a copy for the others, named for everything that goes into it.
 */
export async function openTestStore(): Promise<EmbeddedDatabase> {
  template ??= loadTemplate();
  return openEmbeddedDatabase("memory", { template: await template });
}

async function loadTemplate(): Promise<Blob> {
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
  const require = createRequire(import.meta.url);
  const files = ["@electric-sql/pglite/package.json", "pg-boss/package.json"].map((name) => require.resolve(name));
  const own = ["migrations.ts", "boss.ts", "pglite.ts"].map(
    (name) => new URL(`../../src/queue/${name}`, import.meta.url),
  );
  const hash = createHash("sha256");
  for (const file of [...files, ...own]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import { openQueue } from "../../src/queue/queue.ts";
import type { Queue } from "../../src/queue/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { loadTemplate } from "../support/store.ts";

/** Runs the other half of this test in a process of its own, and kills it once it has said "ready". */
async function recordAndDie(folder: string, work: "nothing" | "half"): Promise<readonly number[]> {
  const script = new URL("../support/record-until-killed.ts", import.meta.url);
  const child = spawn(process.execPath, [script.pathname, folder, work], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes("ready")) break;
  }
  child.kill("SIGKILL");
  if (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve));
  return [...said.matchAll(/recorded (\d+)/g)].map((match) => Number(match[1]));
}

async function workThrough(queue: Queue): Promise<ReadonlySet<number>> {
  const worked = new Set<number>();
  await queue.work(async (job) => void ("number" in job && worked.add(job.number)));
  await queue.idle();
  return worked;
}

test.each([
  ["while jobs waited", "nothing"],
  ["while some of them ran", "half"],
] as const)("every recorded delivery is worked on although the process was killed %s", async (_, work) => {
  const folder = await mkdtemp(join(tmpdir(), "outcome-link-crash-"));
  await (await openEmbeddedDatabase(folder, { template: await loadTemplate() })).close();
  const recorded = await recordAndDie(folder, work);
  expect(recorded).toHaveLength(100);

  const database = await openEmbeddedDatabase(folder);
  const queue = await openQueue({ database, logger: silentLogger });
  expect(await queue.counts()).toMatchObject({ waiting: 100, active: 0 });
  expect([...(await workThrough(queue))].toSorted((a, b) => a - b)).toEqual(recorded);
  await queue.stop();
  await database.close();
  await rm(folder, { recursive: true });
});

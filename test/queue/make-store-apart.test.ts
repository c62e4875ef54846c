import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { makeStoreApart } from "../../src/queue/make-store-apart.ts";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "outcome-link-made-"));
  return () => rm(folder, { recursive: true });
});

test("the first start makes a store, and leaves nothing but it and the lock", async () => {
  const database = await openEmbeddedDatabase(folder);
  onTestFinished(() => database.close());
  expect(await database.query("SELECT * FROM outcome.deliveries")).toEqual([]);
  expect((await readdir(folder)).filter((name) => !name.startsWith("lock"))).toEqual(["postgres"]);
});

test("whoever cannot make a store says why", async () => {
  await expect(makeStoreApart(join(folder, "no", "such"))).rejects.toThrow("ENOENT: no such file or directory");
});

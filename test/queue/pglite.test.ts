import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import { loadTemplate, openTestStore } from "../support/store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "outcome-link-store-"));
  return () => rm(folder, { recursive: true });
});

async function openFolder() {
  const database = await openEmbeddedDatabase(folder, { template: await loadTemplate() });
  onTestFinished(() => database.close());
  return database;
}

describe("an embedded store", () => {
  test("holds its folder for itself, and says who has it", async () => {
    await openFolder();
    const second = openEmbeddedDatabase(folder);
    await expect(second).rejects.toThrow(`The data folder ${folder} is already open in process ${process.pid}.`);
  });

  test("keeps what was written, and gives the folder back, when it is closed", async () => {
    const first = await openEmbeddedDatabase(folder, { template: await loadTemplate() });
    await first.query("INSERT INTO outcome.deliveries VALUES ('1', 'a', 'push', now())");
    await first.close();
    const second = await openFolder();
    expect(await second.query("SELECT delivery_id FROM outcome.deliveries")).toEqual([{ delivery_id: "a" }]);
  });

  test("is made anew when the process was killed while making it", async () => {
    await mkdir(join(folder, "postgres.unfinished"));
    await writeFile(join(folder, "postgres.unfinished", "PG_VERSION"), "18");
    const database = await openFolder();
    expect(await database.query("SELECT * FROM outcome.deliveries")).toEqual([]);
  });

  test("says which folder is damaged and what to do about it, and gives the folder back", async () => {
    await (await openEmbeddedDatabase(folder, { template: await loadTemplate() })).close();
    await truncate(join(folder, "postgres", "global", "pg_control"), 0);
    await expect(openEmbeddedDatabase(folder)).rejects.toThrow(`the data folder ${folder} could not be opened`);
    await expect(openEmbeddedDatabase(folder)).rejects.toThrow("move the folder away and start again");
  });

  test("undoes the whole transaction when one part of it throws", async () => {
    const database = await openTestStore();
    onTestFinished(() => database.close());
    const broken = database.transaction(async (statements) => {
      await statements.query("INSERT INTO outcome.deliveries VALUES ('1', 'a', 'push', now())");
      throw new Error("second thoughts");
    });
    await expect(broken).rejects.toThrow("second thoughts");
    expect(await database.query("SELECT * FROM outcome.deliveries")).toEqual([]);
  });

  test("keeps 16 MB of PostgreSQL's buffers, not 128", async () => {
    const database = await openTestStore();
    onTestFinished(() => database.close());
    expect(await database.query("SHOW shared_buffers")).toEqual([{ shared_buffers: "16MB" }]);
  });
});

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { lockFolder } from "../../src/queue/folder-lock.ts";
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

const lockFile = () => join(folder, "lock");

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

describe("the lock of a folder", () => {
  test("is taken over from a process that is gone", async () => {
    const child = spawn("true");
    const pid = child.pid;
    await new Promise((resolve) => child.once("exit", resolve));
    await writeFile(lockFile(), JSON.stringify({ pid, startedAt: "" }));
    const lock = await lockFolder(folder);
    expect(JSON.parse(await readFile(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  test("is taken over when another program has the process id now", async () => {
    await writeFile(lockFile(), JSON.stringify({ pid: process.pid, startedAt: "another boot 17" }));
    const lock = await lockFolder(folder);
    lock.release();
    await expect(readFile(lockFile())).rejects.toThrow("ENOENT");
  });

  test("is taken over when it was never written to its end", async () => {
    await writeFile(lockFile(), '{"pid":');
    const lock = await lockFolder(folder);
    expect(JSON.parse(await readFile(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  test("goes to one of many who find it stale together", async () => {
    await writeFile(lockFile(), "");
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
  });

  test("that somebody else took meanwhile is not released", async () => {
    const lock = await lockFolder(folder);
    await writeFile(lockFile(), "somebody else's");
    lock.release();
    expect(await readFile(lockFile(), "utf8")).toBe("somebody else's");
  });
});

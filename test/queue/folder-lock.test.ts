import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { lockFolder } from "../../src/queue/folder-lock.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "outcome-link-lock-"));
  return () => rm(folder, { recursive: true });
});

interface Holder {
  readonly child: ChildProcess;
  readonly said: string;
}

/** Another process that tries to take the folder, with the first thing it said. */
async function tryElsewhere(): Promise<Holder> {
  const program = new URL("../support/hold-lock.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = await new Promise<string>((resolve) => {
    child.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
  });
  return { child, said };
}

test("a folder that this process holds is refused to it and to others, and the sentence names the process", async () => {
  const lock = lockFolder(folder);
  const sentence = `The data folder ${folder} is already open in process ${process.pid}.`;
  expect(() => lockFolder(folder)).toThrow(sentence);
  expect((await tryElsewhere()).said).toContain(sentence);
  lock.release();
});

test("a folder that was given back can be taken again", () => {
  lockFolder(folder).release();
  expect(() => lockFolder(folder).release()).not.toThrow();
});

test("a folder whose holder was killed can be taken at once", async () => {
  const { child, said } = await tryElsewhere();
  expect(said).toBe("held");
  expect(() => lockFolder(folder)).toThrow(`process ${child.pid}`);
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
  lockFolder(folder).release();
});

test("of many processes that start together one gets the folder", async () => {
  const tries = await Promise.all(Array.from({ length: 5 }, tryElsewhere));
  expect(tries.filter(({ said }) => said === "held")).toHaveLength(1);
});

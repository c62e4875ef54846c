import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { askOperatorSocket } from "../../src/server/ask-operator-socket.ts";
import { openOperatorSocket } from "../../src/server/operator-socket.ts";

const id = "3f2a91c0-0000-4000-8000-000000000000";

async function newFolder(...names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-socket-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const within = join(folder, ...names);
  await mkdir(within, { recursive: true });
  return within;
}

async function open(folder: string, over: Partial<Parameters<typeof openOperatorSocket>[0]> = {}) {
  const errors: unknown[] = [];
  const socket = await openOperatorSocket({
    folder,
    list: async () => ({ jobs: ["one"] }),
    replay: async (ids) => ({ sent: ids }),
    report: async ({ owner, name }) => (owner === "acme" ? { name } : null),
    logError: (error) => void errors.push(error),
    ...over,
  });
  onTestFinished(socket.close);
  return { ...socket, errors };
}

test("an operator is answered, and afterwards nothing is left but the socket", async () => {
  const folder = await newFolder();
  await open(folder);
  expect(await askOperatorSocket(folder, { kind: "list" })).toEqual({ kind: "answered", answer: { jobs: ["one"] } });
  const replayed = await askOperatorSocket(folder, { kind: "replay", ids: [id] });
  expect(replayed).toEqual({ kind: "answered", answer: { sent: [id] } });
  const reports = ["acme", "a/../b"].map((owner) =>
    askOperatorSocket(folder, { kind: "report", repository: { owner, name: "shop.js" } }),
  );
  expect(await Promise.all(reports)).toEqual([
    { kind: "answered", answer: { name: "shop.js" } },
    { kind: "answered", answer: null },
  ]);
  expect(await readdir(folder)).toEqual(["operator.sock"]);
});

test("only the app's own user may open the socket", async () => {
  const folder = await newFolder();
  await open(folder);
  const found = await stat(join(folder, "operator.sock"));
  expect(found.isSocket()).toBe(true);
  expect(found.mode & 0o777).toBe(0o600);
});

test("where no app has the folder open, nobody answers, and nothing is made by asking", async () => {
  const folder = await newFolder();
  expect(await askOperatorSocket(folder, { kind: "list" })).toEqual({ kind: "nobody" });
  expect(await askOperatorSocket(join(folder, "missing"), { kind: "list" })).toEqual({ kind: "nobody" });
  expect(await readdir(folder)).toEqual([]);
});

test("a socket that was closed is gone", async () => {
  const folder = await newFolder();
  const { close } = await open(folder);
  await close();
  expect(await readdir(folder)).toEqual([]);
  expect(await askOperatorSocket(folder, { kind: "list" })).toEqual({ kind: "nobody" });
});

test("what a killed process left is no answer, and is replaced at the next start", async () => {
  const folder = await newFolder();
  const script = `require("net").createServer().listen(${JSON.stringify(join(folder, "operator.sock"))}, () => console.log("up"))`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));
  // Cut short while it made its own.
  await mkdir(join(folder, "operator.new"));
  expect(await readdir(folder)).toContain("operator.sock");
  expect(await askOperatorSocket(folder, { kind: "list" })).toEqual({ kind: "nobody" });
  await open(folder);
  expect(await askOperatorSocket(folder, { kind: "list" })).toMatchObject({ kind: "answered" });
  expect(await readdir(folder)).toEqual(["operator.sock"]);
});

test("a folder whose path is too long for a socket has one too", async () => {
  const folder = await newFolder("a".repeat(90), "ü".repeat(60));
  await open(folder);
  expect(await askOperatorSocket(folder, { kind: "list" })).toMatchObject({ kind: "answered" });
  expect(await readdir(folder)).toEqual(["operator.sock"]);
  expect((await stat(join(folder, "operator.sock"))).mode & 0o777).toBe(0o600);
});

test("a request that fails is told and logged, and one for what is no id is refused", async () => {
  const folder = await newFolder();
  const { errors } = await open(folder, { list: () => Promise.reject(new Error("The store is gone")) });
  await expect(askOperatorSocket(folder, { kind: "list" })).rejects.toThrow(
    "The running app answered: The store is gone",
  );
  expect(errors).toEqual([new Error("The store is gone")]);
  await expect(askOperatorSocket(folder, { kind: "replay", ids: ["'; --"] })).rejects.toThrow("not IDs of jobs");
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { readProjectFile } from "../support/source-files.ts";

const line = `${JSON.stringify({ kind: "issue", owner: "acme", repo: "shop", title: "Total", body: "See #1" })}\n`;

/** The command line as a shell starts it, with what it printed and its exit code. */
function start(...args: readonly string[]) {
  const cwd = new URL("../..", import.meta.url);
  const child = spawn(process.execPath, ["src/cli.ts", ...args], { cwd, stdio: ["pipe", "pipe", "pipe"] });
  const said = { output: "", errors: "" };
  child.stdout.on("data", (part) => void (said.output += String(part)));
  child.stderr.on("data", (part) => void (said.errors += String(part)));
  // It may be gone before everything is written to it.
  child.stdin.on("error", () => undefined);
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, ...said }));
  });
  return { child, ended };
}

test("npm run outcome starts the command line", () => {
  expect(JSON.parse(readProjectFile("package.json"))).toMatchObject({ scripts: { outcome: "node src/cli.ts" } });
});

test("a command reads what is piped to it and prints nothing but its answers", async () => {
  const { child, ended } = start("read");
  child.stdin.end(line);
  const { code, output, errors } = await ended;
  expect([code, errors]).toEqual([0, ""]);
  expect(JSON.parse(output)).toMatchObject({ links: [{ owner: "acme", repo: "shop", number: 1, closing: false }] });
});

test("an answer comes before the next text is sent", async () => {
  const { child, ended } = start("read");
  child.stdin.write(line);
  await Promise.race([once(child.stdout, "data"), ended]);
  child.stdin.end();
  expect((await ended).code).toBe(0);
});

test("whoever has read enough may go: that is no error", async () => {
  const { child, ended } = start("read");
  child.stdin.write(line);
  await Promise.race([once(child.stdout, "data"), ended]);
  child.stdout.destroy();
  child.stdin.end(line.repeat(1000));
  expect(await ended).toMatchObject({ code: 0, errors: "" });
});

test("what was typed wrongly ends with 2", async () => {
  const { child, ended } = start("raed");
  child.stdin.end();
  expect(await ended).toMatchObject({ code: 2, output: "", errors: expect.stringContaining('no command "raed"') });
});

import { spawn } from "node:child_process";

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The command line as a shell starts it, with these variables and none of the app's besides. */
export function startOutcome(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<Ended> {
  const cwd = new URL("../..", import.meta.url);
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...variables };
  const child = spawn(process.execPath, ["src/cli.ts", ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { output: "", errors: "" };
  child.stdout.on("data", (part) => void (said.output += String(part)));
  child.stderr.on("data", (part) => void (said.errors += String(part)));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

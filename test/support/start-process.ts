import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";

export interface StartedProcess {
  readonly pid: number;
  /** The first group of the first match in what it printed; rejects with all it said when it ends before. */
  readonly prints: (pattern: RegExp) => Promise<string>;
  /** Its exit code and what it said, when it has ended by itself or by a signal. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
  /** All that it wrote to its output so far. */
  readonly output: () => string;
  readonly stop: () => void;
}

const root = new URL("../..", import.meta.url).pathname;

/**
 * A process in a group of its own, with these variables and no other, but that its figures are at any port that is free.
 * What is left of the group ends with the test.
 */
export function startProcess(
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): StartedProcess {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], METRICS_PORT: "0", ...variables };
  const child = spawn(command, args, { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started`);
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => void (said.stdout += String(chunk)));
  child.stderr.on("data", (chunk) => void (said.stderr += String(chunk)));
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, stderr: said.stderr }));
  });
  const prints = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [, found] = pattern.exec(said.stdout) ?? [];
        if (found !== undefined) resolve(found);
      };
      look();
      child.stdout.on("data", look);
      void ended.then(() => reject(new Error(`It ended without it:\n${said.stdout}${said.stderr}`)));
    });
  onTestFinished(() => {
    if (isGroupAlive(pid)) process.kill(-pid, "SIGKILL");
  });
  return { pid, prints, ended, output: () => said.stdout, stop: () => void child.kill("SIGTERM") };
}

/** Whether any process of the group is left. */
export function isGroupAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    // ESRCH: there is none.
    return false;
  }
}

import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import type { Writable } from "node:stream";

export interface NodeProcess {
  readonly pid: number;
  /** The first group of the first match in what it printed; rejects with all it said when it ends before. */
  readonly prints: (pattern: RegExp) => Promise<string>;
  /** Its exit code (null: killed) and what it said last. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export interface NodeOptions {
  /** It gets these variables and no other. */
  readonly variables: Readonly<Record<string, string>>;
  /** Gets a copy of everything it says. */
  readonly log?: Writable;
}

/** Those of `npm start`. */
const flags = ["--max-semi-space-size=4"] as const;

const root = new URL("../..", import.meta.url).pathname;

const running = new Set<ChildProcess>();
// Whatever ends this process ends those that it started.
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** Runs a file of the project in a Node process of its own. */
export function startNode(file: string, { variables, log }: NodeOptions): NodeProcess {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...variables };
  const child = spawn(process.execPath, [...flags, file], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  if (child.pid === undefined) throw new Error(`${file} could not be started`);
  running.add(child);
  const said = listenTo(child, log);
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code, said: said.last });
    });
  });
  const prints = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [, found] = pattern.exec(said.text) ?? [];
        if (found !== undefined) resolve(found);
      };
      look();
      child.stdout?.on("data", look);
      void ended.then(() => reject(new Error(`${file} ended too early:\n${said.text}`)));
    });
  return { pid: child.pid, prints, ended, signal: (signal) => void child.kill(signal) };
}

interface Said {
  /** The beginning, with the line that a process starts with. */
  text: string;
  /** The end, with the sentence that it stops with. */
  last: string;
}

/** In characters. */
const REMEMBERED = 20_000;

function listenTo(child: ChildProcess, log: Writable | undefined): Said {
  const said: Said = { text: "", last: "" };
  const hear = (chunk: unknown) => {
    if (said.text.length < REMEMBERED) said.text += String(chunk);
    said.last = (said.last + String(chunk)).slice(-REMEMBERED);
    log?.write(chunk);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return said;
}

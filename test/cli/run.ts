import { PassThrough, Readable, type Writable } from "node:stream";
import type { Reach } from "../../src/cli/command.ts";
import { runCommand } from "../../src/cli/run-command.ts";

export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Other rooms, for commands that need none. */
export const reach: Reach = {
  openJobs: () => Promise.reject(new Error("This test reaches no store")),
  openReports: () => Promise.reject(new Error("This test reaches no store")),
  now: () => new Date("2026-03-10T10:00:00Z"),
  move: () => Promise.reject(new Error("This test reaches no store")),
};

/** Runs a command of the command line on this input. */
export async function run(
  args: readonly string[],
  input: Readable | string = "",
  reached: Reach = reach,
): Promise<Ran> {
  const [output, errors] = [collector(), collector()];
  const from = typeof input === "string" ? Readable.from([Buffer.from(input)]) : input;
  const code = await runCommand(args, { input: from, output: output.stream, errors: errors.stream }, reached);
  return { code, output: output.text(), errors: errors.text() };
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const parts: string[] = [];
  const stream = new PassThrough({ decodeStrings: false });
  stream.setEncoding("utf8").on("data", (part: string) => parts.push(part));
  return { stream, text: () => parts.join("") };
}

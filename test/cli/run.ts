import { PassThrough, Readable, type Writable } from "node:stream";
import { runCommand } from "../../src/cli/run-command.ts";

export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command of the command line on this input. */
export async function run(args: readonly string[], input: Readable | string = ""): Promise<Ran> {
  const [output, errors] = [collector(), collector()];
  const from = typeof input === "string" ? Readable.from([Buffer.from(input)]) : input;
  const code = await runCommand(args, { input: from, output: output.stream, errors: errors.stream });
  return { code, output: output.text(), errors: errors.text() };
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const parts: string[] = [];
  const stream = new PassThrough({ decodeStrings: false });
  stream.setEncoding("utf8").on("data", (part: string) => parts.push(part));
  return { stream, text: () => parts.join("") };
}

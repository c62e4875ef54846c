import { type Command, type Reach, type Streams, UsageError } from "./command.ts";
import { commands } from "./index.ts";

/** Runs `outcome ARGS` and gives the exit code: 2 when it was not written as it must be. */
export async function runCommand([name, ...args]: readonly string[], streams: Streams, reach: Reach): Promise<number> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    streams.output.write(overview());
    return name === undefined ? 2 : 0;
  }
  const command: Command | undefined = commands.find((one) => one.name === name);
  if (command === undefined) {
    streams.errors.write(`There is no command ${JSON.stringify(name)}.\n\n${overview()}`);
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    streams.output.write(`outcome ${command.usage}\n\n${command.summary}\n\n${command.details}\n`);
    return 0;
  }
  return tellUsage(command, streams, () => command.run(args, streams, reach));
}

async function tellUsage(command: Command, streams: Streams, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    // Only what the person at the keyboard can mend is told in a sentence; anything else is an error of ours.
    if (!isUsage(error)) throw error;
    streams.errors.write(`${error.message}\nIt is written: outcome ${command.usage}\n`);
    return 2;
  }
}

/** Node's own reader of options throws errors with such codes. */
function isUsage(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

function overview(): string {
  const rows = commands.map(({ usage, summary }) => `  outcome ${usage}\n      ${summary}\n`);
  return `Commands:\n${rows.join("")}`;
}

import { runCommand } from "./cli/run-command.ts";

/** `npm run --silent outcome -- COMMAND`: the command line. */
async function main(): Promise<void> {
  const { argv, stdin: input, stdout: output, stderr: errors } = process;
  process.exitCode = await runCommand(argv.slice(2), { input, output, errors });
}

function fail(error: unknown): never {
  // `outcome read | head` closes the pipe when it has enough: nothing is wrong.
  if (error instanceof Error && "code" in error && error.code === "EPIPE") process.exit(0);
  process.stderr.write(`outcome: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

// Whatever cannot go on is told in one sentence: a stack says nothing to the person who runs a command.
await main().catch(fail);

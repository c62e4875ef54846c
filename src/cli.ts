import type { Reach } from "./cli/command.ts";
import { runCommand } from "./cli/run-command.ts";

/** Read in when a command needs it: the stores take longer to read in than a whole run of the other commands. */
const reach: Reach = {
  openJobs: async () => (await import("./operator.ts")).openJobs(process.env),
  openReports: async () => (await import("./operator.ts")).openReports(process.env),
  now: () => new Date(),
  move: async (existing) => (await import("./operator.ts")).moveToPostgres(process.env, existing),
};

/** `npm run --silent outcome -- COMMAND`: the command line. */
async function main(): Promise<void> {
  const { argv, stdin: input, stdout: output, stderr: errors } = process;
  process.exitCode = await runCommand(argv.slice(2), { input, output, errors }, reach);
}

function fail(error: unknown): never {
  // `outcome read | head` closes the pipe when it has enough: nothing is wrong.
  if (error instanceof Error && "code" in error && error.code === "EPIPE") process.exit(0);
  process.stderr.write(`outcome: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

// Whatever cannot go on is told in one sentence: a stack says nothing to the person who runs a command.
await main().catch(fail);

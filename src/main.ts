import { startSandbox } from "./sandbox/start.ts";
import { serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

/** `npm start`: the real app with credentials; without them the same app against a simulated GitHub. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { credentials } = settings;
  const running =
    credentials === null ? await startSandbox({ settings, serveApp: serve }) : await serve(settings, credentials);
  if (credentials !== null) process.stdout.write(`Outcome Link listens at ${running.url}\n`);
  stopOnSignal(running.stop);
}

/** The first signal lets running work end; a second one ends the process at once, as people expect of Ctrl-C. */
function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

function fail(error: unknown): never {
  process.stderr.write(`Outcome Link stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

// Whatever cannot start is told in one sentence: a stack says nothing to the person who set a variable wrongly.
await main().catch(fail);

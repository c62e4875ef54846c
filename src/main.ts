import type { Logger } from "pino";
import { startSandbox } from "./sandbox/start.ts";
import { serve } from "./serve.ts";
import type { StopOptions } from "./serve.ts";
import { createLog } from "./server/log.ts";
import { scrubber } from "./server/scrub.ts";
import { readSettings, secretsOf } from "./settings.ts";
import type { Credentials, Settings } from "./settings.ts";

/**
 * In milliseconds. While draining, deliveries are taken and answered as ever, but the app says that it is not ready, and
 * asks for new connections. Connections that wait have 3 s after that, answers 9 and jobs 10, so all ends within 25 s.
 */
const patience = { drain: 2000, all: 24_500 } as const;

interface Running {
  readonly stop: (options: StopOptions) => Promise<void>;
}

/** `npm start`: the real app with credentials; without them the same app against a simulated GitHub. */
async function main(): Promise<void> {
  // Elsewhere Probot serves a page that makes apps and writes their credentials down, for everybody.
  process.env["NODE_ENV"] = "production";
  if (process.argv.length > 2)
    throw new Error("it takes no arguments; docs/operating.md lists its environment variables");
  const settings = readSettings(process.env);
  const { credentials } = settings;
  const log = createLog({ level: settings.logLevel, secrets: secretsOf(settings, credentials) });
  const starting =
    credentials === null ? startSandbox({ settings, serveApp: serve }) : start(settings, credentials, log);
  stopOnFailure(starting, log);
  stopOnSignal(await starting);
}

async function start(settings: Settings, credentials: Credentials, log: Logger): Promise<Running> {
  const running = await serve(settings, credentials, { metrics: settings.metrics, log });
  process.stdout.write(`Outcome Link listens at ${running.url}\n`);
  if (running.metricsUrl !== null) process.stdout.write(`Metrics are at ${running.metricsUrl}\n`);
  return running;
}

/** The first signal lets running work end; a second one ends the process at once, as people expect of Ctrl-C. */
function stopOnSignal(running: Running): void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const stop = () => {
    // Without a listener a signal does what it does to every process.
    for (const signal of signals) process.removeListener(signal, stop);
    endAfter(running.stop({ drainMs: patience.drain }), 0);
  };
  for (const signal of signals) process.on(signal, stop);
}

/** What nobody caught may have left anything half done: others take over from what is stored. */
function stopOnFailure(starting: Promise<Running>, log: Logger): void {
  let isStopping = false;
  const stop = (error: unknown) => {
    log.fatal({ err: error }, "An error that nobody caught: the app stops");
    if (isStopping) return;
    isStopping = true;
    endAfter(stopWhenStarted(starting), 1);
  };
  process.on("uncaughtException", stop).on("unhandledRejection", stop);
}

async function stopWhenStarted(starting: Promise<Running>): Promise<void> {
  const running = await starting;
  await running.stop({});
}

function endAfter(stopped: Promise<void>, code: 0 | 1): void {
  setTimeout(
    () => fail(new Error("not everything ended in time; what was left over is done by the next start")),
    patience.all,
  );
  stopped.then(() => process.exit(code), fail);
}

function fail(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(scrubber([])(`Outcome Link stopped: ${why}\n`));
  process.exit(1);
}

// Whatever cannot start is told in one sentence: a stack says nothing to the person who set a variable wrongly.
await main().catch(fail);

import { Writable } from "node:stream";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { appVariables } from "../app/app-variables.ts";
import { startNode } from "../app/start-node.ts";

export interface RunningApp {
  readonly url: string;
  readonly pid: number;
  /** As an operator stops it: resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

interface Place {
  readonly apiUrl: string;
  /** Where the store is, and whatever else is set. */
  readonly variables: Readonly<Record<string, string>>;
}

/** One process of the app as it is started in production, which tells nothing but errors. */
export async function startApp(github: SimulatedGitHub, { apiUrl, variables }: Place): Promise<RunningApp> {
  const own = appVariables(github, { apiUrl, port: 0 });
  // Of several on one machine, all but one would find the metrics' port taken.
  const app = startNode("src/main.ts", {
    variables: { ...own, METRICS_PORT: "0", LOG_LEVEL: "error", ...variables },
    log: errors,
  });
  const url = await app.prints(/listens at (\S+)\n/);
  const stop = async () => {
    app.signal("SIGTERM");
    return (await app.ended).code;
  };
  return { url, pid: app.pid, stop, signal: app.signal, ended: app.ended };
}

/** The log is JSON, and only errors are in it; the line that it starts with is none. */
const errors = new Writable({
  write: (chunk: unknown, _encoding, done) => {
    const text = String(chunk);
    if (!text.startsWith("Outcome Link listens")) process.stderr.write(text.slice(0, 600));
    done();
  },
});

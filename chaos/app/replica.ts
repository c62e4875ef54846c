import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import type { NodeProcess } from "./start-node.ts";
import { startNode } from "./start-node.ts";

export interface Replica {
  readonly url: string;
  /** Resolves when it listens; rejects with what it said when it ended instead. */
  readonly listening: () => Promise<void>;
  /** For how long it has not been listening now, in milliseconds; 0 while it does. */
  readonly downFor: () => number;
  /** `kill -9`, and at once the next start: resolves when the old one is gone. */
  readonly kill: () => Promise<void>;
  /** Stops it as an operator does, and starts it again when what is done meanwhile is done. */
  readonly restart: (meanwhile: () => Promise<void>) => Promise<void>;
  /** As an operator stops it, for good. Its exit code; null: it had to be killed. */
  readonly stop: () => Promise<number | null>;
  /** What it said when it ended though nobody ended it. */
  readonly crashes: readonly string[];
  /** The same of ends before it listened: a start may fail while its database does, and the next one follows. */
  readonly failedStarts: readonly string[];
}

interface Supervised {
  readonly start: () => NodeProcess;
  readonly crashes: string[];
  readonly failedStarts: string[];
  running: NodeProcess;
  wanted: boolean;
  /** What the next start waits for. */
  pause: Promise<void> | null;
  downSince: number | null;
}

/** One process of the app under a supervisor that starts it again whenever it ends. */
export async function startReplica(
  variables: Readonly<Record<string, string>>,
  log: Writable | undefined,
): Promise<Replica> {
  const port = await freePort();
  // Of several on one machine, all but one would find the metrics' port taken.
  const given = { ...variables, PORT: String(port), METRICS_PORT: "0" };
  const start = () => startNode("src/main.ts", { variables: given, ...(log && { log }) });
  const ends = { crashes: [], failedStarts: [] };
  const app: Supervised = { ...ends, start, running: start(), wanted: true, pause: null, downSince: null };
  void supervise(app);
  return {
    url: `http://127.0.0.1:${port}`,
    listening: () => listens(app.running),
    downFor: () => (app.downSince === null ? 0 : performance.now() - app.downSince),
    kill: () => kill(app),
    restart: (meanwhile) => restart(app, meanwhile),
    stop: () => stop(app),
    crashes: app.crashes,
    failedStarts: app.failedStarts,
  };
}

/** As supervisors do, so that one that cannot start does not keep the machine busy. */
const PAUSE_MS = 1000;

async function supervise(app: Supervised): Promise<void> {
  while (app.wanted) {
    app.downSince = performance.now();
    const { ended } = app.running;
    void noteListening(app);
    const { code, said } = await ended;
    if (!app.wanted) return;
    if (app.pause !== null) await app.pause;
    else if (code !== null) {
      const ends = app.downSince === null ? app.crashes : app.failedStarts;
      ends.push(`exit ${code}: ${said.slice(-2000)}`);
      await sleep(PAUSE_MS);
    }
    app.running = app.start();
  }
}

async function noteListening(app: Supervised): Promise<void> {
  const { running } = app;
  const isUp = await listens(running).then(
    () => true,
    () => false, // It ended before: the next one is awaited.
  );
  if (isUp && app.running === running) app.downSince = null;
}

async function listens(running: NodeProcess): Promise<void> {
  await running.prints(/listens at (\S+)\n/);
}

async function kill({ running }: Supervised): Promise<void> {
  running.signal("SIGKILL");
  await running.ended;
}

async function restart(app: Supervised, meanwhile: () => Promise<void>): Promise<void> {
  const { running } = app;
  const { promise, resolve } = Promise.withResolvers<void>();
  app.pause = promise;
  running.signal("SIGTERM");
  await running.ended;
  await meanwhile();
  app.pause = null;
  resolve();
}

/** It promises 25 s. */
const STOPS_WITHIN_MS = 30_000;

async function stop(app: Supervised): Promise<number | null> {
  app.wanted = false;
  const { running } = app;
  running.signal("SIGTERM");
  const timer = setTimeout(() => running.signal("SIGKILL"), STOPS_WITHIN_MS);
  const { code } = await running.ended;
  clearTimeout(timer);
  return code;
}

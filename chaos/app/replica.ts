import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import type { NodeProcess } from "./start-node.ts";
import { startNode } from "./start-node.ts";

export interface Replica {
  readonly url: string;
  /** Resolves when it listens; rejects with what it said when it ended instead. */
  readonly listening: () => Promise<void>;
  /** `kill -9`, and at once the next start: resolves when the old one is gone. */
  readonly kill: () => Promise<void>;
  /** Stops it as an operator does, and starts it again when what is done meanwhile is done. */
  readonly restart: (meanwhile: () => Promise<void>) => Promise<void>;
  /** As an operator stops it, for good. Its exit code; null: it had to be killed. */
  readonly stop: () => Promise<number | null>;
  /** What it said when it ended though nobody ended it. */
  readonly crashes: readonly string[];
}

/** It promises 25 s. */
const STOPS_WITHIN_MS = 30_000;

/** As supervisors do, so that one that cannot start does not keep the machine busy. */
const PAUSE_MS = 1000;

/** One process of the app under a supervisor that starts it again whenever it ends. */
export async function startReplica(
  variables: Readonly<Record<string, string>>,
  log: Writable | undefined,
): Promise<Replica> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const crashes: string[] = [];
  let wanted = true;
  /** What a start waits for. */
  let pause: Promise<void> | null = null;
  const start = (): NodeProcess => {
    // Of several on one machine, all but one would find the metrics' port taken.
    const given = { ...variables, PORT: String(port), METRICS_PORT: "0" };
    const started = startNode("src/main.ts", { variables: given, ...(log && { log }) });
    void restartWhenEnded(started);
    return started;
  };
  const restartWhenEnded = async ({ ended }: NodeProcess) => {
    const { code, said } = await ended;
    if (!wanted) return;
    if (pause !== null) await pause;
    else if (code !== null) {
      crashes.push(`exit ${code}: ${said.slice(-2000)}`);
      await sleep(PAUSE_MS);
    }
    if (wanted) running = start();
  };
  let running = start();
  const listening = async () => void (await running.prints(/listens at (\S+)\n/));
  const kill = async () => {
    const old = running;
    old.signal("SIGKILL");
    await old.ended;
  };
  const restart = async (meanwhile: () => Promise<void>) => {
    const old = running;
    const { promise, resolve } = Promise.withResolvers<void>();
    pause = promise;
    old.signal("SIGTERM");
    await old.ended;
    await meanwhile();
    pause = null;
    resolve();
  };
  const stop = async () => {
    wanted = false;
    running.signal("SIGTERM");
    const timer = setTimeout(() => running.signal("SIGKILL"), STOPS_WITHIN_MS);
    const { code } = await running.ended;
    clearTimeout(timer);
    return code;
  };
  return { url, listening, kill, restart, stop, crashes };
}

import { setTimeout as delay } from "node:timers/promises";
import type { SimulatedGitHub } from "./github/simulated-github.ts";

/** Whether the app has done all it could do now, or was still at work when the wait was over. */
export type Settled = "quiet" | "busy";

interface Settling {
  readonly github: SimulatedGitHub;
  /** Resolves when the app has nothing to do. */
  readonly idle: () => Promise<void>;
  readonly atMostMs: number;
}

/** Waits until what happened has reached the app, and what the app did about it is there to be seen. */
export async function settle({ github, idle, atMostMs }: Settling): Promise<Settled> {
  const patience = new AbortController();
  const over = delay(atMostMs, "busy" as const, { signal: patience.signal }).catch(() => "quiet" as const); // Aborted below.
  try {
    return await Promise.race([quiet(github, idle), over]);
  } finally {
    patience.abort();
  }
}

/** The app's own writes are deliveries too, hence the second look. */
async function quiet(github: SimulatedGitHub, idle: () => Promise<void>): Promise<"quiet"> {
  await github.webhooks.settled();
  await idle();
  await github.webhooks.settled();
  return "quiet";
}

import { setTimeout as sleep } from "node:timers/promises";

const everyMs = 20;

/** Waits for something to be so: the milliseconds it took, or null when it is not so in time. */
export async function until(isSo: () => boolean, withinMs: number): Promise<number | null> {
  const startedAt = performance.now();
  while (!isSo()) {
    if (performance.now() - startedAt > withinMs) return null;
    await sleep(everyMs);
  }
  return performance.now() - startedAt;
}

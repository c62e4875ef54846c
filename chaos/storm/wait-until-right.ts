import { setTimeout as sleep } from "node:timers/promises";
import { findWrong } from "./check-pull-requests.ts";
import type { Storm } from "./storm.ts";

/** Twice, with a moment in between: what is right by chance, while something is under way, does not count. */
const [lookEveryMs, rightForMs] = [500, 3000];

/** How long it took until every replica was there and everything right, in milliseconds; null if it was not in time. */
export async function waitUntilRight(storm: Storm, patienceMs: number): Promise<number | null> {
  const { stage, office, replicas } = storm;
  const begin = performance.now();
  let since: number | null = null;
  while (performance.now() - begin < patienceMs) {
    office.collect();
    const isRight = replicas.every(({ downFor }) => downFor() === 0) && findWrong(stage).length === 0;
    if (!isRight) since = null;
    else since ??= performance.now();
    if (since !== null && performance.now() - since >= rightForMs) return since - begin;
    await sleep(lookEveryMs);
  }
  return null;
}

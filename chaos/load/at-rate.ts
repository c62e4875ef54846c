import { setTimeout as sleep } from "node:timers/promises";

/** Acts so often a second, for so long. What fell behind is made up for at once, as the world does not wait either. */
export async function atRate(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  act: (index: number) => void,
): Promise<void> {
  const startedAt = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueIn = startedAt + (index * 1000) / perSecond - performance.now();
    if (dueIn > 0) await sleep(dueIn);
    act(index);
  }
}

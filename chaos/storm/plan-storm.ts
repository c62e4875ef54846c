import type { ChaosOptions } from "../scenario.ts";
import type { StormPlan } from "./storm.ts";

/** A storm of so many deliveries: the more there are, the more breaks meanwhile. The full one has 10,000. */
export function planStorm({ seed, store, size, ...chosen }: ChaosOptions): StormPlan {
  const deliveries = chosen.deliveries ?? (size === "full" ? 10_000 : 300);
  const isLong = deliveries >= 1000;
  const several = isLong ? 3 : 2;
  const replicas = store === "postgres" ? several : 1;
  return {
    seed,
    store,
    deliveries,
    replicas,
    sky: "foul",
    memory: "kept",
    perSecond: 25,
    changes: Math.max(30, Math.round(deliveries / 20)),
    kills: Math.max(2 + replicas, Math.round(deliveries / 200)),
    cuts: store === "postgres" ? Math.max(2, Math.round(deliveries / 2000)) : 0,
    patienceMs: 5 * 60_000,
  };
}

import type { Scenario } from "../scenario.ts";
import { runStorm } from "../storm/run-storm.ts";

/** The main run: see chaos/README.md for what is done and what must hold. */
export const storm: Scenario = {
  name: "storm",
  about:
    "deliveries twice, late or never, failing answers, kill -9: in the end every pull request shows what it should",
  run({ seed, store, deliveries = 10_000, print }) {
    const several = store === "postgres";
    return runStorm({
      seed,
      store,
      deliveries,
      print,
      sky: "foul",
      perSecond: 25,
      changes: Math.max(10, Math.round(deliveries / 20)),
      replicas: several ? 3 : 1,
      kills: Math.max(1, Math.round(deliveries / 200)),
      cuts: several ? 5 : 0,
      patienceMs: 5 * 60_000,
    });
  },
};

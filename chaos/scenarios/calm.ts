import type { Scenario } from "../scenario.ts";
import { runStorm } from "../storm/run-storm.ts";

/** What the storm's tables say holds of the app while nothing breaks: else they are wrong, and so is every other run. */
export const calm: Scenario = {
  name: "calm",
  about: "the storm's people and tables without anything breaking",
  run: ({ seed, store, deliveries = 1000, print }) =>
    runStorm({
      seed,
      store,
      deliveries,
      print,
      sky: "fair",
      perSecond: 25,
      changes: Math.max(10, Math.round(deliveries / 20)),
      replicas: 1,
      kills: 0,
      cuts: 0,
      patienceMs: 60_000,
    }),
};

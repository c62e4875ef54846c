import type { Scenario } from "../scenario.ts";
import { planStorm } from "../storm/plan-storm.ts";
import { runStorm } from "../storm/run-storm.ts";

/** What the storm's tables say holds of the app while nothing breaks: else they are wrong, and so is every other run. */
export const calm: Scenario = {
  name: "calm",
  about: "the storm's people and tables without anything breaking",
  run: (options) =>
    runStorm({
      ...planStorm({ ...options, deliveries: options.deliveries ?? 1000 }),
      sky: "fair",
      kills: 0,
      cuts: 0,
      patienceMs: 60_000,
    }),
};

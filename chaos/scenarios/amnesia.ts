import type { Scenario } from "../scenario.ts";
import { planStorm } from "../storm/plan-storm.ts";
import { runStorm } from "../storm/run-storm.ts";

/** Nothing that GitHub holds is lost with the store: not the pull requests, and not what to say about them. */
export const amnesia: Scenario = {
  name: "amnesia",
  about: "a storm in which deliveries vanish even from GitHub's list, and after which the store is deleted",
  run: (options) =>
    runStorm({
      ...planStorm({ ...options, deliveries: options.deliveries ?? (options.size === "full" ? 1000 : 300) }),
      memory: "lost",
      replicas: 1,
    }),
};

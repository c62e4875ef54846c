import type { Scenario } from "../scenario.ts";
import { planStorm } from "../storm/plan-storm.ts";
import { runStorm } from "../storm/run-storm.ts";

/** The main run: chaos/README.md tells what is done and what must hold. */
export const storm: Scenario = {
  name: "storm",
  about:
    "deliveries twice, late or never, failing answers, kill -9: in the end every pull request shows what it should",
  run: (options) => runStorm(planStorm(options)),
};

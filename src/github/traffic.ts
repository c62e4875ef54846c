import type { Budget } from "./budget.ts";
import { unlimited } from "./budget.ts";
import type { Call } from "./call.ts";
import type { Gate } from "./gate.ts";
import { openGate } from "./gate.ts";
import type { HeldRepositories } from "./installed-repositories.ts";
import { heldRepositories } from "./installed-repositories.ts";
import type { Refusal } from "./tell-refusals.ts";
import type { Turns } from "./turns.ts";
import { takeTurns } from "./turns.ts";

/** What all requests of one installation share in this process, whichever job sends them. */
export interface Traffic {
  readonly gate: Gate;
  readonly budget: Budget;
  readonly writing: Turns;
  readonly repositories: HeldRepositories;
  /** GitHub told the installation to wait. */
  readonly onLimit: (until: Date) => Promise<void>;
  readonly onCall: (call: Call) => void;
  readonly onRefusal: (refusal: Refusal) => void;
}

/** Traffic that nobody counts and nobody is told of, but for what is given. */
export function openTraffic(now: () => Date, given: Partial<Traffic> = {}): Traffic {
  return {
    gate: openGate(now),
    budget: unlimited,
    writing: takeTurns(),
    repositories: heldRepositories(now),
    onLimit: async () => {},
    onCall: () => {},
    onRefusal: () => {},
    ...given,
  };
}

import type { SimulatedGitHub } from "../github/simulated-github.ts";
import type { SandboxClock } from "../sandbox-clock.ts";
import type { Settled } from "../settle.ts";

export interface PageOptions {
  readonly github: SimulatedGitHub;
  readonly clock: Pick<SandboxClock, "now" | "advance">;
  /** When merged work is looked at next; null: nothing is followed up. */
  readonly nextDue: () => Promise<Date | null>;
  /** Waits, within bounds, until the app has answered what just happened. */
  readonly settle: () => Promise<Settled>;
}

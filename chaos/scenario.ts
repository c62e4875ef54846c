import type { StoreKind } from "./store-kind.ts";

export interface ChaosOptions {
  /** The same seed makes the same decisions; how concurrent work interleaves is the machine's. */
  readonly seed: number;
  readonly store: StoreKind;
  /** `quick`: a small version, to see that a scenario works. */
  readonly size: "full" | "quick";
  /** How many deliveries; the scenario's own number unless told. */
  readonly deliveries: number | undefined;
  /** How far a run of many minutes is; figures are in the outcome. */
  readonly print: (line: string) => void;
}

export interface Outcome {
  /** What was measured, a line each. */
  readonly figures: readonly string[];
  /** What should have held and did not, a paragraph each; none when all is well. */
  readonly violations: readonly string[];
}

export interface Scenario {
  /** Its name on the command line and that of its file. */
  readonly name: string;
  readonly about: string;
  readonly run: (options: ChaosOptions) => Promise<Outcome>;
}

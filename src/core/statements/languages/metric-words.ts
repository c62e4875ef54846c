/** How one language tells how a metric moves. Patterns are sources of regular expressions, without case. */
export interface MetricWords {
  /** Before a length of time: "within". */
  readonly lead: string;
  /** Between metric and baseline: " from ". */
  readonly from: string;
  /** Between baseline and target: " to ". */
  readonly to: string;
  /** Between metric and target where no baseline is told: " rises above ", of which the target keeps what it needs. */
  readonly towards: string;
  /** What moves it, at the end of the metric or of the target: "moves", "is reduced". */
  readonly moves: string;
}

/** How much stands behind a problem, in counts: a fact to be shown, which decides nothing. Never who, never a score. */
export interface Weight extends WeightOnGitHub {
  /** Links and quotes of its text that show where users were troubled, each once. */
  readonly feedback: number;
}

/** What GitHub counts by itself. */
export interface WeightOnGitHub {
  /** Those that agree: neither 👎 nor 😕. */
  readonly reactions: number;
  /** People who wrote it or below it, each once, no bots, and no commands. As duplicates, not counted of a parent. */
  readonly people: number;
  /** Issues of the same repository that are marked as duplicates of it. */
  readonly duplicates: number;
}

/** The words by which one language gives away what a change does for people; see `Cues`. */
export interface EffectCues {
  /** Makes less of something: "reduces", "speeds up". */
  readonly lessen: readonly string[];
  /** What people are glad to have less of: "response time", "crashes", "clicks". */
  readonly burden: readonly string[];
  /** Makes more of something: "increases", "boosts". */
  readonly raise: readonly string[];
  /** What people are glad to have more of: "throughput", "adoption". */
  readonly gain: readonly string[];
  /** A comparison in favour of what comes: "faster", "more easily". */
  readonly better: readonly string[];
  /** What somebody is helped to do: "makes it easier to", "so that users no longer". */
  readonly ease: readonly string[];
  /** What follows comes of the change: "as a result", "this way". */
  readonly result: readonly string[];
  /** What was measured before and after: "from 161 ms to 148 ms". */
  readonly span: readonly string[];
  /** Praise that could be said of any change: "improves performance", "better code quality". */
  readonly vague: readonly string[];
}

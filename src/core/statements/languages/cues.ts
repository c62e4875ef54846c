import type { EffectCues } from "./effect-cues.ts";
import type { EvidenceCues } from "./evidence-cues.ts";

/**
 * The words by which one language gives away what a sentence says. Each is a list of patterns (the source of a regular
 * expression, without case), matched as whole words against prose in which code is masked.
 */
export interface Cues extends EvidenceCues, EffectCues {
  /** Something fails, beyond doubt: "crashes", "cannot". */
  readonly failure: readonly string[];
  /** Something seems to be wrong: "a bug", "misleading", "hidden". */
  readonly trouble: readonly string[];
  /** Something is not done or cannot be done: "does not", "cannot", "there is no". */
  readonly lack: readonly string[];
  /** A sign of annoyance or of a cost to somebody: "confusing", "have to", "too slow". */
  readonly pain: readonly string[];
  /** What is so until a change comes: "previously", "currently". */
  readonly until: readonly string[];
  /** What was so: "was", "still", "would". */
  readonly before: readonly string[];
  /** In which situation: "when", "if", "sometimes". */
  readonly situation: readonly string[];
  /** From the first words of a sentence up to where it says what comes of it: "If the delivery fails, ". */
  readonly condition: readonly string[];
  /** "But", "however": what follows is not as it should be. */
  readonly contrast: readonly string[];
  /** Those who use the software. */
  readonly users: readonly string[];
  /** Whoever writes: a user in an issue, a developer in a pull request. */
  readonly self: readonly string[];
  /** What would be good, or will be: not what is the case. */
  readonly plan: readonly string[];
  /** What is so since a change: "now". */
  readonly since: readonly string[];
  /** The project's own work: tests, builds, reviews, tidiness of code. */
  readonly internal: readonly string[];
  /** A sentence about the change itself, from its first words on: "This PR adds", "Updated". */
  readonly ownChange: readonly string[];
  /** What follows is the reason of what was said before: "because", "since". */
  readonly reason: readonly string[];
  /** What follows is what came of it: "so", "therefore". */
  readonly hence: readonly string[];
  /** The change ends a trouble that is told right behind: "fixes a bug where". */
  readonly cure: readonly string[];
  /** A trouble that is over after a change, and begins in a report: "no longer". */
  readonly ended: readonly string[];
  /** Good news, in words of trouble: "error handling", "no breaking changes". */
  readonly relief: readonly string[];
  /** Words that tell a trouble without telling which: "it", "not working", "please help". */
  readonly bare: readonly string[];
  /** A form speaks to whoever fills it in, from the first words on: "Please describe the". */
  readonly guidance: readonly string[];
  /** Somebody asks for something to be built, from the first words on: "Add", "It would be nice". */
  readonly request: readonly string[];
  /** What headings are there for, as `plainTitle` gives them. */
  readonly why: readonly string[];
  readonly change: readonly string[];
  readonly steps: readonly string[];
  readonly wish: readonly string[];
  readonly aside: readonly string[];
}

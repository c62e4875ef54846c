import type { Hypothesis } from "../statements.ts";

/** What is believed, without how it will be known. */
export type Belief = Pick<Hypothesis, "change" | "who" | "effect" | "because">;

/** How one language tells a hypothesis. Patterns are sources of regular expressions, without case. */
export interface ClaimWords {
  /** Begins a claim: "We believe that". */
  readonly opener: string;
  /** What a sentence must say besides to be a claim: "will". */
  readonly promise: string;
  /** Before the opener, in the same sentence, it takes the claim back: "I doubt that". */
  readonly doubt: string;
  /** An answer that begins so claims nothing: "We do not believe". */
  readonly denial: string;
  /** Begins how it will be known: "We will know", "And we will know". */
  readonly knowing: string;
  /** Right behind that, up to the metric: "when". */
  readonly when: string;
  /** Parts what stands behind the opener; what cannot be told safely is null. */
  readonly splitBelief: (belief: string) => Belief;
  /** Names of fields for the parts, as `plainTitle` gives them. */
  readonly parts: Readonly<Record<string, Exclude<keyof Hypothesis, "claim">>>;
  /** An effect of these words alone names nothing that could turn out false: "make", "things", "better". */
  readonly vague: readonly string[];
}

import type { Reference } from "./reference.ts";

/** That an earlier hypothesis on a problem did not hold, and what the pull request's own text makes of it. */
export interface Learning {
  /** The linked issue, or a parent of it, that carries the label. */
  readonly problem: Reference;
  readonly told: ToldLearning;
  /** Merged pull requests that name the problem, the latest first: where it was tried. */
  readonly tried: readonly Reference[];
  /** The line of the text that takes it up; null where none does. */
  readonly takenUp: string | null;
}

export type ToldLearning =
  /** In somebody's own words, by a comment that stands as it was written. */
  | { readonly kind: "told"; readonly note: string }
  /** The outcome was said, and nothing of what was learned; or nobody said it who may. */
  | { readonly kind: "untold" }
  /** GitHub did not answer for it, and is asked again. */
  | { readonly kind: "unanswered" };

/** Answers of one language that are there and say nothing. Words are as `plainWords` gives them. */
export interface EmptyWords {
  /** Whole answers: "tbd", "see title". */
  readonly fillers: readonly string[];
  /** Whole answers that only say where to look, as sources of regular expressions. */
  readonly pointers: readonly string[];
  /** Words that put off or deny: "no", "later". An answer of these, of `thin` and of `asked` says nothing. */
  readonly denials: readonly string[];
  /** Words that add nothing: "we", "yet", "sorry". */
  readonly thin: readonly string[];
  /** What forms ask for: "hypothesis", "metric". */
  readonly asked: readonly string[];
  /** What evidence and metrics are made of: "no data" under "Evidence" denies, and under "Problem" it tells one. */
  readonly material: readonly string[];
  /** Begins an answer that tells why there is none, up to the reason: "Not applicable because". A regular expression on the text itself. */
  readonly refusal: string;
  /** In such an answer, something is told nevertheless: "but". */
  readonly nevertheless: string;
}

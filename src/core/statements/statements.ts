/** What a text says of one thing, and how well. */
export type Reading<Value = string> =
  | { readonly grade: "stated"; readonly value: Value; readonly quote: string; readonly place: Place }
  /** Filler: "N/A", "TBD", "see title". */
  | { readonly grade: "hollow"; readonly quote: string; readonly place: Place }
  /** Still the template's own words. */
  | { readonly grade: "template"; readonly quote: string; readonly place: Place }
  | { readonly grade: "absent" };

/** What a text says of the problem; where it says none, what it tells in its place. */
export type ReadingOfProblem =
  | Reading
  /** A trouble of the project's own work (tests, builds, tidiness), and not of somebody who uses the software. */
  | { readonly grade: "internal"; readonly quote: string; readonly place: Place }
  /** What to build, and not what users cannot do today. */
  | { readonly grade: "solution-only"; readonly quote: string; readonly place: Place };

/** Where in a text something was read. */
export interface Place {
  readonly kind: "heading" | "field" | "block" | "line" | "title" | "comment";
  /** The heading or field as it was written; who wrote a comment; the first words of a line or title otherwise. */
  readonly name: string;
  /** Line in the text, from 1; 1 for the title and a comment. */
  readonly line: number;
}

/** The parts of "we believe CHANGE for WHO will EFFECT because REASON; we will know when METRIC moves from BASELINE to TARGET within WINDOW". */
export interface Hypothesis {
  /** The whole claim as it was written, on one line. */
  readonly claim: string;
  readonly change: string | null;
  readonly who: string | null;
  readonly effect: string | null;
  readonly because: string | null;
  readonly metric: string | null;
  readonly baseline: string | null;
  readonly target: string | null;
  readonly window: string | null;
}

/** A claim of which no part is told. */
export const untold: Omit<Hypothesis, "claim"> = {
  change: null,
  who: null,
  effect: null,
  because: null,
  metric: null,
  baseline: null,
  target: null,
  window: null,
};

export interface Window {
  readonly days: number;
  /** As written: "two weeks". */
  readonly text: string;
}

/** Everything that is read from one body: a pull request's or an issue's. */
export interface Statements {
  /** Who has the problem, where a place of its own asks for it. */
  readonly who: Reading;
  readonly problem: ReadingOfProblem;
  readonly evidence: Reading;
  readonly hypothesis: Reading<Hypothesis>;
  /** A result for users that is named without being put as a claim. */
  readonly effect: Reading;
  readonly metric: Reading;
  readonly window: Reading<Window>;
  readonly alternatives: Reading;
  /** `Exploring: QUESTION`; the value is the question. */
  readonly exploration: Reading;
  /** `No outcome: REASON`; the value is the reason. */
  readonly optOut: Reading;
}

/** Statements that have a place of their own in a text: a heading, a field. An effect has none; it is told in passing. */
export type StatementName = Exclude<keyof Statements, "effect">;

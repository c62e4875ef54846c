import { readCommandLine } from "./parse-command.ts";

/** The answers that a person gives to "did this help?". What happens by itself is no word of theirs. */
export const outcomeWords = ["validated", "invalidated", "inconclusive"] as const;
export type OutcomeWord = (typeof outcomeWords)[number];

export interface SaidOutcome {
  readonly outcome: OutcomeWord;
  /** What was learned, or where it stands; empty where only the outcome was said. */
  readonly note: string;
}

/** `/outcome invalidated NOTE` as the first line of a comment; null for every other comment. */
export function parseOutcomeWords(comment: string): SaidOutcome | null {
  const line = readCommandLine(comment);
  if (line === null) return null;
  const outcome = outcomeWords.find((word) => word === line.word.toLowerCase());
  return outcome === undefined ? null : { outcome, note: line.argument };
}

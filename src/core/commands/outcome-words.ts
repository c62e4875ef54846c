import { readCommandLine } from "./read-command-line.ts";

/** The answers that a person gives to "did this help?". What happens by itself is no word of theirs. */
const outcomeWords = ["validated", "invalidated", "inconclusive"] as const;
type OutcomeWord = (typeof outcomeWords)[number];

interface SaidOutcome {
  readonly outcome: OutcomeWord;
  /** What was learned, or where it stands; empty where only the outcome was said. */
  readonly note: string;
}

/** `/outcome invalidated NOTE` as the first line of a comment; null for every other comment. */
export function parseOutcomeWords(comment: string): SaidOutcome | null {
  const line = readCommandLine(comment);
  if (line === null) return null;
  const outcome = outcomeWordOf(line.word);
  return outcome === undefined ? null : { outcome, note: line.argument };
}

export function isOutcomeWord(word: string): boolean {
  return outcomeWordOf(word) !== undefined;
}

function outcomeWordOf(word: string): OutcomeWord | undefined {
  return outcomeWords.find((one) => one === word.toLowerCase());
}

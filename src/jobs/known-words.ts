import { answeredOutcomes } from "../core/follow-up/follow-up.ts";
import { readSummary } from "../core/follow-up/summary.ts";
import type { KnownWords } from "../sources/follow-up/asked-dates.ts";

/** When we asked and reminded, and what people answered, by what the last look noted: GitHub may not show yet what we wrote a moment ago. */
export function knownWords(summary: unknown): KnownWords {
  const rounds = readSummary(summary)?.rounds ?? [];
  return {
    asked: rounds.flatMap(({ asked_at: at }) => (at === null ? [] : [new Date(at)])),
    answers: rounds.flatMap(({ state, settled_at: at, note }) => {
      const outcome = answeredOutcomes.find((one) => one === state);
      return outcome === undefined || at === null ? [] : [{ outcome, note, at: new Date(at) }];
    }),
    // A question that a person took away stands for its own reminder: should it come back, none was written.
    reminded: rounds.flatMap(({ state, settled_at: at, asked_at: asked }) =>
      state === "reminded" && at !== null && at !== asked ? [new Date(at)] : [],
    ),
  };
}

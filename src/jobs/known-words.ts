import { answeredOutcomes } from "../core/follow-up/follow-up.ts";
import type { RoundSummary } from "../core/follow-up/summary.ts";
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
    reminded: rounds.flatMap((round) => reminderIn(round)),
  };
}

function reminderIn({ state, settled_at: at, asked_at: asked }: RoundSummary): readonly Date[] {
  // What ended is not begun again, should a question that was taken away or locked up come back.
  if (state === "unmeasured" && asked !== null) return [new Date(asked)];
  // One that was taken away stands for its own reminder: should it come back, none was written.
  return state === "reminded" && at !== null && at !== asked ? [new Date(at)] : [];
}

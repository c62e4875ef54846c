import type { SaidAnswers } from "../follow-up/said-answers.ts";
import type { FollowUpStatement } from "./command.ts";
import type { GivenStatement } from "./fold-said.ts";

const nothingAnswered: SaidAnswers = { answers: [], snoozes: [], undetermined: false };

/** What is said of merged work by all statements together, in their order. What may count adds nothing yet. */
export function foldAnswers(given: readonly GivenStatement<FollowUpStatement>[]): SaidAnswers {
  return given.reduce(
    (said, one) => (one.may === "unknown" ? { ...said, undetermined: true } : say(said, one)),
    nothingAnswered,
  );
}

function say(said: SaidAnswers, { statement, by, at }: GivenStatement<FollowUpStatement>): SaidAnswers {
  switch (statement.kind) {
    case "outcome": {
      const { outcome, note } = statement;
      return { ...said, answers: [...said.answers, { outcome, note, by, at }] };
    }
    case "snooze": {
      const until = new Date(at.getTime() + statement.duration.milliseconds);
      return { ...said, snoozes: [...said.snoozes, { at, until }] };
    }
  }
}

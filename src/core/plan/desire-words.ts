import { sameReference } from "../facts/reference.ts";
import type { FollowUpFacts, Round } from "../follow-up/follow-up.ts";
import type { QuestionSettings } from "../report/question-settings.ts";
import { listHidden } from "../report/metric-words.ts";
import { renderQuestion } from "../report/question.ts";
import { renderQuotedAnswer } from "../report/quoted-answer.ts";
import { renderReminder } from "../report/reminder.ts";
import { renderReopening } from "../report/reopening.ts";
import { renderCancelled, renderSettled } from "../report/settled-words.ts";

/** What we say on the home in one round. Its comments are those that were written from its beginning to the next one's. */
export interface DesiredWords {
  readonly from: Date;
  readonly until: Date | null;
  readonly question: DesiredQuestion;
  readonly reminder: DesiredReminder;
  readonly quote: DesiredQuote;
}

export type DesiredQuestion =
  | { readonly kind: "as-it-is" }
  /** Where it stands. It is not written where it does not. */
  | { readonly kind: "edited"; readonly body: string }
  /**
   * Of a round that another has followed: only where its heading is another, or where it tells what is hidden now. Numbers
   * in it were read then, and cannot be again.
   */
  | { readonly kind: "kept"; readonly body: string; readonly hidden: readonly string[] }
  | { readonly kind: "written"; readonly body: string };

export type DesiredReminder =
  /** Whatever stands there is over. */
  | { readonly kind: "hidden" }
  /** That which was written since, at most one; older ones are over. */
  | { readonly kind: "as-it-is"; readonly since: Date }
  | { readonly kind: "written"; readonly body: string; readonly since: Date };

export type DesiredQuote =
  /** Of a round that another has followed: what was written late stands among the words of that one. */
  { readonly kind: "as-it-is" } | { readonly kind: "hidden" } | { readonly kind: "shown"; readonly body: string };

interface Place {
  readonly round: Round;
  /** The round after it. */
  readonly next: Round | null;
}

export function desireWords(facts: FollowUpFacts, { round, next }: Place, settings: QuestionSettings): DesiredWords {
  // Reactions are those to the latest question.
  const then = next === null ? facts : { ...facts, reactions: null };
  return {
    from: round.served[0]?.mergedAt ?? facts.now,
    until: next?.served[0]?.mergedAt ?? null,
    question: desireQuestion(then, { round, next }, settings),
    reminder: next === null ? desireReminder(then, round, settings) : { kind: "hidden" },
    quote: next === null ? desireQuote(then, round, settings) : { kind: "as-it-is" },
  };
}

function desireQuestion(facts: FollowUpFacts, { round, next }: Place, settings: QuestionSettings): DesiredQuestion {
  const { state } = round;
  const place =
    next === null ? ({ kind: "edited" } as const) : ({ kind: "kept", hidden: listHidden(facts, round) } as const);
  switch (state.kind) {
    case "waiting":
    case "pending":
      return { kind: "as-it-is" };
    case "due":
      return next === null ? { kind: "written", body: renderQuestion(facts, round, settings) } : { kind: "as-it-is" };
    case "asked":
    case "reminded":
      return { ...place, body: renderQuestion(facts, round, settings) };
    case "cancelled":
      return { ...place, body: renderCancelled(state, settings) };
    case "settled":
      return { ...place, body: renderSettled(facts, { ...round, state }, settings) };
  }
}

function desireReminder(facts: FollowUpFacts, round: Round, settings: QuestionSettings): DesiredReminder {
  const { state } = round;
  if (state.kind !== "asked" && state.kind !== "reminded") return { kind: "hidden" };
  const since = round.snoozedAt ?? round.askedAt ?? state.at;
  if (state.kind === "reminded" || facts.now < state.remindAt) return { kind: "as-it-is", since };
  return { kind: "written", body: renderReminder(facts, round, settings), since };
}

/** An answer below the question, or on the thread where people look for it, needs none, unless there is more to say. */
function desireQuote(facts: FollowUpFacts, round: Round, settings: QuestionSettings): DesiredQuote {
  const answer = round.state.kind === "settled" ? round.state.answer : null;
  if (answer === null || round.askedAt !== null) return { kind: "hidden" };
  const isElsewhere = answer.via === "comment" && !sameReference(answer.on, facts.home.reference);
  if (!isElsewhere && renderReopening(facts, answer).length === 0) return { kind: "hidden" };
  return { kind: "shown", body: renderQuotedAnswer(facts, { round, answer }, settings) };
}

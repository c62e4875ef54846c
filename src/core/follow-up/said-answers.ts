import type { Actor } from "../facts/actor.ts";
import type { AnsweredOutcome, Snooze } from "./follow-up.ts";

/** An answer that somebody who may gave in a comment. */
export interface SaidAnswer {
  readonly outcome: AnsweredOutcome;
  /** What was learned, or where it stands; empty where only the outcome was said. */
  readonly note: string;
  readonly by: Actor;
  readonly at: Date;
}

/** What people said of merged work by commands in the comments of one thread. */
export interface SaidAnswers {
  /** All that count, in order of time: the latest stands, and the history stays readable. */
  readonly answers: readonly SaidAnswer[];
  readonly snoozes: readonly Snooze[];
  /** Whether something may count or not, because GitHub did not tell the role of who said it. */
  readonly undetermined: boolean;
}

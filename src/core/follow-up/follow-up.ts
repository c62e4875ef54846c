import type { Actor } from "../facts/actor.ts";
import type { Repository } from "../facts/facts.ts";
import type { Reference } from "../facts/reference.ts";
import type { Measured } from "./measured.ts";
import type { OutcomeRecord } from "./record.ts";

/** What people answer to "did this help?". */
export const answeredOutcomes = ["validated", "invalidated", "inconclusive"] as const;
export type AnsweredOutcome = (typeof answeredOutcomes)[number];

/** `unmeasured`: nobody looked. `reverted`: the change was taken back before anybody could. */
export type Outcome = AnsweredOutcome | "unmeasured" | "reverted";

/** Where a follow-up stands: the problem, or the first merged pull request where this repository has no such problem. */
export interface Home {
  readonly kind: "problem" | "pull_request";
  readonly reference: Reference;
  readonly title: string;
  readonly state: "open" | "closed";
}

/** A merged pull request that served the hypothesis of a home. */
export interface Served {
  readonly reference: Reference;
  readonly title: string;
  readonly author: Actor | null;
  /** What was believed at its merge. */
  readonly record: OutcomeRecord;
  readonly mergedAt: Date;
  /** When its description was edited last, which moves nothing of what was believed; null: never. */
  readonly editedAt: Date | null;
  /**
   * When its window starts: when users have it, and for one that was taken back and brought back, have it again. Null while
   * no release holds it, where the window starts at a release.
   */
  readonly startsAt: Date | null;
  /** When it was taken back by a revert that stands. */
  readonly revertedAt: Date | null;
  /** The pull request that took it back; null where that is not known, or nothing did. */
  readonly revertedBy: number | null;
  /** Since when it stands again after it was taken back; null where it never was, or is now. */
  readonly restoredAt: Date | null;
  /** When a person took the label off that says it is followed up, and no person put it on again. */
  readonly cancelledAt: Date | null;
}

/** An answer that counts: by somebody who may give it, in a comment that stands as it was written, or by a label. */
export interface GivenAnswer {
  readonly outcome: AnsweredOutcome;
  /** What was learned, or where it stands; empty where only the outcome was said. */
  readonly note: string;
  readonly at: Date;
  readonly by: Actor;
  /** The thread it was given on. */
  readonly on: Reference;
  readonly via: "comment" | "label";
}

/** Somebody asked to be asked later. */
export interface Snooze {
  readonly at: Date;
  readonly until: Date;
}

/** What the people who reported the problem say below the question, in counts. */
export interface Reactions {
  readonly solved: number;
  readonly notSolved: number;
}

/** Everything that the follow-ups of one home depend on. All lists are in order of time. */
export interface FollowUpFacts {
  readonly now: Date;
  readonly repository: Repository;
  readonly home: Home;
  readonly served: readonly Served[];
  /** When our questions were written, those included that a person deleted since. */
  readonly asked: readonly Date[];
  /** Of `asked`, those that a person deleted, hid or locked up: nobody is reminded of them. */
  readonly withdrawn: readonly Date[];
  readonly reminded: readonly Date[];
  readonly answers: readonly GivenAnswer[];
  readonly snoozes: readonly Snooze[];
  /** When a person took the label off the home that says it is followed up, and no person put it on again. */
  readonly cancelled: readonly Date[];
  /** Null where there is no question, or nobody who reported the problem is known. */
  readonly reactions: Reactions | null;
  /** What is known of the metrics of its rounds; none where the operator defined none. */
  readonly measured?: readonly Measured[];
  /** GitHub did not tell the role of somebody who answered: nothing is asked or settled before it does. */
  readonly undetermined: boolean;
}

/** How far a follow-up is. */
export type FollowUpState =
  /** For the release at which its window starts. */
  | { readonly kind: "waiting" }
  | { readonly kind: "pending"; readonly dueAt: Date; readonly askAt: Date }
  /** Its slot has come, and the question is not written yet. */
  | { readonly kind: "due"; readonly dueAt: Date; readonly askAt: Date }
  | { readonly kind: "asked"; readonly at: Date; readonly remindAt: Date }
  | { readonly kind: "reminded"; readonly at: Date; readonly lapsesAt: Date }
  /** By a person, who took the label off. */
  | { readonly kind: "cancelled"; readonly at: Date }
  | { readonly kind: "settled"; readonly outcome: Outcome; readonly at: Date; readonly answer: GivenAnswer | null };

/** One follow-up: the merges up to an outcome. What is merged afterwards begins the next. */
export interface Round {
  readonly served: readonly Served[];
  readonly state: FollowUpState;
  /** The latest stands; the older ones stay readable. */
  readonly answers: readonly GivenAnswer[];
  readonly askedAt: Date | null;
  /** When somebody asked, after the question, to be asked later: reminders from before that are over. */
  readonly snoozedAt: Date | null;
}

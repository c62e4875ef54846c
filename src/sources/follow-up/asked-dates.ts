import type { GivenAnswer } from "../../core/follow-up/follow-up.ts";
import type { LabelSettings } from "../../core/follow-up/labels.ts";
import type { FollowUpCommentReading, ThreadReading } from "../ports.ts";
import { findOurs } from "./label-history.ts";

/** When we asked and reminded, each oldest first. */
export interface AskedDates {
  readonly asked: readonly Date[];
  /** Those of `asked` that a person deleted or hid, or all while the conversation is locked. */
  readonly withdrawn: readonly Date[];
  readonly reminded: readonly Date[];
}

/** What the index knows that we wrote, and were told. */
export interface KnownWords {
  readonly asked: readonly Date[];
  readonly reminded: readonly Date[];
  /** The one that stood for each follow-up, oldest first. */
  readonly answers: readonly Pick<GivenAnswer, "outcome" | "note" | "at">[];
}

/** In milliseconds: within this of its label a question is written, before or after it, unless GitHub has no room for either. */
const TOGETHER_MS = 3600 * 1000;

/** In milliseconds: GitHub dates in whole seconds. */
const SECOND_MS = 1000;

/**
 * What a person deleted was written all the same. Of a question tells the index, else the label that we put on with it; of
 * a reminder the index, else that a comment of ours was deleted since: rather none than the same one twice. What the index
 * knows also stands where GitHub does not show yet what was just written: nobody has withdrawn that.
 */
export function findAskedDates(
  thread: ThreadReading,
  labels: LabelSettings,
  known: Pick<KnownWords, "asked" | "reminded">,
): AskedDates {
  const questions = thread.followUpComments.filter(({ kind }) => kind === "question");
  const reminders = thread.followUpComments.filter(({ kind }) => kind === "reminder").map(({ createdAt }) => createdAt);
  const standing = questions.map(({ createdAt }) => createdAt);
  const told = findDeleted(thread, questions, findOurs(thread.labelEvents, labels, "due").put);
  const unseen = unlike(known.asked, [...standing, ...told]);
  const isDeleted = (at: Date) => thread.ownCommentDeletions.some((date) => date.getTime() >= at.getTime() - SECOND_MS);
  const asked = datesInOrder([...standing, ...told, ...unseen]);
  const hidden = questions.filter(isHidden).map(({ createdAt }) => createdAt);
  return {
    asked,
    withdrawn: thread.locked ? asked : datesInOrder([...hidden, ...told, ...unseen.filter(isDeleted)]),
    reminded: datesInOrder([
      ...reminders,
      ...unlike(known.reminded, reminders),
      ...findDeletedReminders(thread, standing, [...reminders, ...known.reminded]),
    ]),
  };
}

/** Those of which there is none at about the same time. */
export function unlike(dates: readonly Date[], others: readonly Date[]): readonly Date[] {
  return dates.filter((date) => !others.some((other) => Math.abs(other.getTime() - date.getTime()) <= TOGETHER_MS));
}

/** We hide none of our questions. */
function isHidden({ minimised }: FollowUpCommentReading): boolean {
  return minimised;
}

function findDeleted(
  thread: ThreadReading,
  questions: readonly FollowUpCommentReading[],
  labelled: readonly Date[],
): readonly Date[] {
  return labelled.filter((at, index) => {
    const from = at.getTime() - TOGETHER_MS;
    const next = labelled[index + 1];
    const until = next === undefined ? Number.POSITIVE_INFINITY : next.getTime() - TOGETHER_MS;
    const isWithin = (date: Date) => date.getTime() >= from && date.getTime() < until;
    const isThere = questions.some(({ createdAt }) => isWithin(createdAt));
    return !isThere && thread.ownCommentDeletions.some((date) => date >= at && isWithin(date));
  });
}

/** In milliseconds: no reminder is written sooner after a question. */
const SOONEST_MS = 3.5 * 24 * 3600 * 1000;

function findDeletedReminders(
  { ownCommentDeletions }: ThreadReading,
  asked: readonly Date[],
  reminded: readonly Date[],
): readonly Date[] {
  return ownCommentDeletions.filter((date) => {
    const question = asked.findLast((at) => at.getTime() + SOONEST_MS <= date.getTime());
    return question !== undefined && !reminded.some((at) => at >= question);
  });
}

export function datesInOrder(dates: readonly Date[]): readonly Date[] {
  return dates.toSorted((a, b) => a.getTime() - b.getTime());
}

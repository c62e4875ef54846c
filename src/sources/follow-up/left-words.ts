import type { GivenAnswer } from "../../core/follow-up/follow-up.ts";
import { answeredOutcomes } from "../../core/follow-up/follow-up.ts";
import type { LabelSettings } from "../../core/follow-up/labels.ts";
import type { ServedReading, ThreadReading } from "../ports.ts";
import { unlike } from "./asked-dates.ts";
import { findOurs, findOurLabel } from "./label-history.ts";

/** What was asked and answered where it is not read any more. */
export interface LeftWords {
  readonly asked: readonly Date[];
  readonly answers: readonly GivenAnswer[];
}

/**
 * A problem that is deleted, or moved to another repository, takes questions and answers with it. Our labels on what was
 * merged for it still tell of them, also where the store is lost: nobody is asked a second time. `thread`: of where it is
 * followed up now, whose own questions are none of those.
 */
export function findLeft(
  { followUpComments }: Pick<ThreadReading, "followUpComments">,
  served: readonly ServedReading[],
  labels: LabelSettings,
): LeftWords {
  const asked = served.flatMap(({ labelEvents }) => findOurs(labelEvents, labels, "due").put);
  const here = followUpComments.filter(({ kind }) => kind === "question").map(({ createdAt }) => createdAt);
  return { asked: unlike(asked, here), answers: served.flatMap((one) => findAnswer(one, labels)) };
}

function findAnswer({ reference: on, ...thread }: ServedReading, labels: LabelSettings): readonly GivenAnswer[] {
  return answeredOutcomes.flatMap((outcome): readonly GivenAnswer[] => {
    const event = findOurLabel(thread, labels[outcome]);
    return event?.by ? [{ outcome, note: "", at: event.at, by: event.by, on, via: "label" }] : [];
  });
}

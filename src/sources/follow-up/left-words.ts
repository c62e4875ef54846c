import type { GivenAnswer, Served } from "../../core/follow-up/follow-up.ts";
import { answeredOutcomes } from "../../core/follow-up/follow-up.ts";
import type { LabelSettings } from "../../core/follow-up/labels.ts";
import { problemHere } from "../../core/follow-up/record.ts";
import type { ServedReading } from "../ports.ts";
import type { AskedDates } from "./asked-dates.ts";
import { datesInOrder, unlike } from "./asked-dates.ts";
import type { HomeReading, KnownHome } from "./home-reading.ts";
import { findCancelledElsewhere, findOurs, findOurLabel, findTakenOff } from "./label-history.ts";

/** What people and we said, each in order of time. */
interface Words extends AskedDates {
  readonly answers: readonly GivenAnswer[];
  readonly cancelled: readonly Date[];
}

/** Whether what was merged for a problem of this repository is followed up without it: it is gone. */
export function hasLeft({ kind }: Pick<HomeReading, "kind">, served: readonly Pick<Served, "record">[]): boolean {
  return kind === "pull_request" && served.some(({ record }) => problemHere(record) !== null);
}

interface Left {
  readonly home: KnownHome;
  readonly served: readonly ServedReading[];
}

/**
 * A problem that is deleted, or moved to another repository, takes questions and answers with it. Our labels on what was
 * merged for it still tell of them, also where the store is lost: nobody is asked a second time.
 */
export function withLeft(said: Words, { home, served }: Left, labels: LabelSettings): Words {
  const put = served.flatMap(({ labelEvents }) => findOurs(labelEvents, labels, "due").put);
  const here = home.thread.followUpComments.filter(({ kind }) => kind === "question");
  const asked = unlike(
    put,
    here.map(({ createdAt }) => createdAt),
  );
  const answers = served.flatMap((one) => findAnswers(one, { said: said.answers, words: home.words, labels }));
  return {
    asked: datesInOrder([...said.asked, ...asked]),
    // The question went with the problem.
    withdrawn: datesInOrder([...said.withdrawn, ...asked]),
    reminded: said.reminded,
    answers: [...said.answers, ...answers].toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    cancelled: datesInOrder([...said.cancelled, ...findLeftCancelled({ home, served }, labels)]),
  };
}

/** What a person cancels on the home of now is known as that: where they take it back, what we did because of it is nothing. */
function findLeftCancelled({ home, served }: Left, labels: LabelSettings): readonly Date[] {
  const elsewhere = served.flatMap(({ labelEvents }) => findCancelledElsewhere(labelEvents, labels));
  return unlike(elsewhere, findTakenOff(home.thread.labelEvents, labels));
}

interface Known {
  readonly said: readonly GivenAnswer[];
  readonly words: KnownHome["words"];
  readonly labels: LabelSettings;
}

/** In milliseconds: GitHub dates in whole seconds. */
const SECOND_MS = 1000;

/** An outcome that we put on for an answer that is not read any more; its words where the index knows them. */
function findAnswers({ reference: on, ...thread }: ServedReading, { said, words, labels }: Known) {
  return answeredOutcomes.flatMap((outcome): readonly GivenAnswer[] => {
    const event = findOurLabel(thread, labels[outcome]);
    if (!event?.by) return [];
    const isBefore = ({ at }: { readonly at: Date }) => at.getTime() <= event.at.getTime() + SECOND_MS;
    if (said.findLast(isBefore)?.outcome === outcome) return [];
    const note = words.answers.findLast((one) => one.outcome === outcome && isBefore(one))?.note ?? "";
    return [{ outcome, note, at: event.at, by: event.by, on, via: "label" }];
  });
}

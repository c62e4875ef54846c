import type { Actor } from "../../core/facts/actor.ts";
import type { AnsweredOutcome } from "../../core/follow-up/follow-up.ts";
import { answeredOutcomes } from "../../core/follow-up/follow-up.ts";
import type { Label, LabelKey, LabelSettings } from "../../core/follow-up/labels.ts";
import { labelKeys } from "../../core/follow-up/labels.ts";
import type { LabelEventReading } from "../ports.ts";

/** A change of one of the labels that are ours to manage. */
interface Change extends LabelEventReading {
  readonly key: LabelKey;
}

/** What happened to labels, by the names that they have now. */
export function byNameOfNow<Thread extends { readonly labelEvents: readonly LabelEventReading[] }>(
  thread: Thread,
  former: ReadonlyMap<string, string>,
): Thread {
  const nameOf = (name: string) => former.get(name.toLowerCase()) ?? name;
  return { ...thread, labelEvents: thread.labelEvents.map((event) => ({ ...event, name: nameOf(event.name) })) };
}

/** Oldest first, in the order of GitHub's timeline. GitHub compares label names without regard to case. */
function changesOf(events: readonly LabelEventReading[], labels: LabelSettings): readonly Change[] {
  const keys = new Map(labelKeys.map((key) => [labels[key].name.toLowerCase(), key]));
  return events.flatMap((event): readonly Change[] => {
    const key = keys.get(event.name.toLowerCase());
    return key === undefined ? [] : [{ ...event, key }];
  });
}

/**
 * When people took the label off that says that this is followed up, and no person put it on again. Ours put back for the
 * next follow-up takes back nothing of that. Who swaps it for an outcome answers, and a bot that tidies labels knows nothing.
 */
export function findCancelled(events: readonly LabelEventReading[], labels: LabelSettings): readonly Date[] {
  const cancelled: Date[] = [];
  const outcomes = new Set<LabelKey>();
  for (const { key, kind, at, by } of changesOf(events, labels)) {
    const isOpen = key === "pending" || key === "due";
    const isPersons = by?.kind !== "bot";
    if (!isOpen && kind === "labelled") outcomes.add(key);
    else if (!isOpen) outcomes.delete(key);
    else if (isPersons && kind === "labelled") cancelled.pop();
    else if (isPersons && outcomes.size === 0) cancelled.push(at);
  }
  return cancelled;
}

/**
 * When we took the label off that says that this is followed up, and put none in its place: somebody cancelled it where
 * that is decided, and no person put it on again here.
 */
export function findCancelledElsewhere(events: readonly LabelEventReading[], labels: LabelSettings): readonly Date[] {
  const cancelled: Date[] = [];
  const standing = new Set<LabelKey>();
  for (const { key, kind, at, by, ours } of changesOf(events, labels)) {
    const isOpen = key === "pending" || key === "due";
    if (kind === "labelled") standing.add(key);
    else standing.delete(key);
    if (isOpen && ours && standing.size === 0) cancelled.push(at);
    if (isOpen && kind === "labelled" && by?.kind !== "bot") cancelled.pop();
  }
  return cancelled;
}

/** When people took that label off, whatever they did later. */
export function findTakenOff(events: readonly LabelEventReading[], labels: LabelSettings): readonly Date[] {
  const taken = changesOf(events, labels).filter(({ kind, ours }) => kind === "unlabelled" && !ours);
  return taken.filter(({ key }) => key === "pending" || key === "due").map(({ at }) => at);
}

export interface LabelAnswer {
  readonly outcome: AnsweredOutcome;
  readonly at: Date;
  readonly by: Actor;
}

/** Outcomes that people put on by hand. What we took off again because of a later word was said all the same. */
export function findLabelAnswers(events: readonly LabelEventReading[], labels: LabelSettings): readonly LabelAnswer[] {
  let answers: readonly LabelAnswer[] = [];
  for (const { key, kind, at, by, ours } of changesOf(events, labels)) {
    const outcome = answeredOutcomes.find((one) => one === key);
    if (ours || outcome === undefined) continue;
    if (kind === "unlabelled") answers = answers.filter((one) => one.outcome !== outcome);
    else if (by?.kind === "user") answers = [...answers, { outcome, at, by }];
  }
  return answers;
}

/** When we put a label on and took it off, each time. */
export function findOurs(
  events: readonly LabelEventReading[],
  labels: LabelSettings,
  wanted: LabelKey,
): { readonly put: readonly Date[]; readonly taken: readonly Date[] } {
  const ours = changesOf(events, labels).filter((change) => change.ours && change.key === wanted);
  const datesOf = (which: Change["kind"]) => ours.filter(({ kind }) => kind === which).map(({ at }) => at);
  return { put: datesOf("labelled"), taken: datesOf("unlabelled") };
}

interface Labelled {
  readonly labels: readonly string[];
  readonly labelEvents: readonly LabelEventReading[];
}

/** How a label came to stand on a thread where we put it on; null where it does not, or somebody else did. */
export function findOurLabel({ labels, labelEvents }: Labelled, { name }: Label): LabelEventReading | null {
  const isIt = (other: string) => other.toLowerCase() === name.toLowerCase();
  const last = labelEvents.findLast((event) => event.kind === "labelled" && isIt(event.name));
  return last?.ours === true && labels.some(isIt) ? last : null;
}

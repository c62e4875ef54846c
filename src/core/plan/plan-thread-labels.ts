import type { LabelKey, LabelSettings } from "../follow-up/labels.ts";
import { labelKeys } from "../follow-up/labels.ts";
import type { ObservedLabelEvent, ObservedThread } from "../follow-up/observed-follow-up.ts";
import type { DesiredThread } from "./desire-follow-up.ts";
import type { Write } from "./write.ts";

/** By these we say how far it is, by the others what came of it. */
const stateKeys: ReadonlySet<LabelKey> = new Set(["pending", "due"]);

/** From the labels of ours that stand on a thread to the one that should. */
export function planThreadLabels(
  shown: ObservedThread,
  wanted: DesiredThread,
  labels: LabelSettings,
): readonly Write[] {
  const place = { shown, wanted, labels };
  const isOn = (key: LabelKey) => shown.labels.some((name) => isNamed(name, key, labels));
  const over = labelKeys.filter((key) => key !== wanted.label && isOn(key) && mayGo(key, place));
  const { label } = wanted;
  const isMissing = label !== null && !isOn(label) && !wasTakenOff(label, place);
  return [
    ...(isMissing ? [{ kind: "add-label", name: labels[label].name } as const] : []),
    ...over.map((key): Write => ({ kind: "remove-label", name: labels[key].name })),
  ];
}

interface Place {
  readonly shown: ObservedThread;
  readonly wanted: DesiredThread;
  readonly labels: LabelSettings;
}

/**
 * Ours goes, and so does one by which a person answered. Another that a person put on stays, but for one that only says how
 * far it was: whoever put it there asked for a follow-up, and it is further now.
 */
function mayGo(key: LabelKey, { shown, wanted, labels }: Place): boolean {
  const last = eventsOf(shown, key, labels).findLast(({ kind }) => kind === "labelled");
  // Of one that was put on long ago nothing may be known any more: most are ours.
  const isPersons = last !== undefined && !last.ours;
  if (!isPersons || wanted.answered.includes(key)) return true;
  return wanted.label !== null && stateKeys.has(key);
}

/** By somebody else, since it is so: also by a bot, with which this would go on for ever. Whether that cancels is a fact. */
function wasTakenOff(key: LabelKey, { shown, wanted, labels }: Place): boolean {
  const last = eventsOf(shown, key, labels).findLast(({ ours }) => !ours);
  return last?.kind === "unlabelled" && last.at >= wanted.since;
}

function eventsOf(
  { labelEvents }: ObservedThread,
  key: LabelKey,
  labels: LabelSettings,
): readonly ObservedLabelEvent[] {
  return labelEvents.filter(({ name }) => isNamed(name, key, labels));
}

/** GitHub compares label names without regard to case. */
function isNamed(name: string, key: LabelKey, labels: LabelSettings): boolean {
  return name.toLowerCase() === labels[key].name.toLowerCase();
}

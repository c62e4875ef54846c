import type { Reference } from "../facts/reference.ts";
import { sameReference } from "../facts/reference.ts";
import type { ObservedFollowUp } from "../follow-up/observed-follow-up.ts";
import type { DesiredFollowUp } from "./desire-follow-up.ts";
import { planThreadLabels } from "./plan-thread-labels.ts";
import { planWords } from "./plan-words.ts";
import type { Write } from "./write.ts";

/** What is to be written on one thread, in this order. */
export interface ThreadWrites {
  readonly thread: Reference;
  readonly writes: readonly Write[];
}

/** The difference between what stands there and what should, the home first: [] when there is none. */
export function planFollowUp(observed: ObservedFollowUp, desired: DesiredFollowUp): readonly ThreadWrites[] {
  const created = new Set(observed.labelsInRepository.map((name) => name.toLowerCase()));
  const words = desired.words.flatMap((round) => planWords(observed, round));
  const threads = desired.threads.flatMap((thread): readonly ThreadWrites[] => {
    const shown = observed.threads.find(({ reference }) => sameReference(reference, thread.reference));
    const labels = shown === undefined ? [] : planThreadLabels(shown, thread, desired.labels);
    const isHome = sameReference(thread.reference, desired.home);
    return [
      {
        thread: thread.reference,
        writes: [...(isHome ? words : []), ...labels.flatMap((write) => withLabel(write, created, desired))],
      },
    ];
  });
  return threads.filter(({ writes }) => writes.length > 0);
}

/** A label that the repository does not have is created with its colour before the first thread that gets it. */
function withLabel(write: Write, created: Set<string>, { labels }: DesiredFollowUp): readonly Write[] {
  const label = write.kind === "add-label" ? Object.values(labels).find(({ name }) => name === write.name) : undefined;
  if (label === undefined || created.has(label.name.toLowerCase())) return [write];
  created.add(label.name.toLowerCase());
  return [{ kind: "create-label", label }, write];
}

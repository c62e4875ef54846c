import { answers } from "./answers.ts";
import type { Replayed } from "./replay.ts";

export interface NoiseCounts {
  readonly deliveries: number;
  readonly threads: number;
  /** Good from the start to the end, or never asked. */
  readonly good: number;
  readonly comments: number;
  readonly "comments on good ones": number;
  readonly "still shown at the end": number;
  readonly "questions about merged work": number;
  readonly reminders: number;
  readonly "reminders shown at the end": number;
  readonly edits: number;
  readonly minimised: number;
  readonly "shown again": number;
  readonly commands: number;
  readonly answers: number;
  readonly reactions: number;
}

export function countNoise({ entries, writes, deliveries }: Replayed): NoiseCounts {
  const good = entries.filter(({ thread, number }) => !thread.startsWith("week-menu#") || !answers.has(number));
  return {
    deliveries,
    threads: entries.length,
    good: good.length,
    comments: sum(entries.map(({ asked }) => asked)),
    "comments on good ones": sum(good.map(({ asked }) => asked)),
    "still shown at the end": sum(entries.map(({ stillShown }) => stillShown)),
    "questions about merged work": sum(entries.map(({ questions }) => questions)),
    reminders: sum(entries.map(({ reminders }) => reminders)),
    "reminders shown at the end": sum(entries.map(({ remindersShown }) => remindersShown)),
    edits: writes.get("issues/update-comment") ?? 0,
    minimised: writes.get("Minimise") ?? 0,
    "shown again": writes.get("Restore") ?? 0,
    commands: sum(entries.map(({ commanded }) => commanded)),
    answers: sum(entries.map(({ answered }) => answered)),
    reactions: writes.get("reactions/create-for-issue-comment") ?? 0,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

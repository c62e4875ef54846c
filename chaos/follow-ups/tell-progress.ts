import { isQuestion } from "../../test/support/three-months/witness.ts";
import type { Seen } from "./judge.ts";
import type { Passage } from "./passage.ts";
import { restartsIn } from "./passage.ts";
import type { Street } from "./street.ts";

const WEEK_MS = 7 * 24 * 3_600_000;

interface Progress {
  readonly street: Street;
  readonly passage: Passage;
  readonly seen: Seen;
  readonly print: (line: string) => void;
}

/** To be called after each moment: a line for each week of the moved clock, for at full size the run takes long. */
export function progressTeller({ street, passage, seen, print }: Progress): () => void {
  let next = passage.now().getTime() + WEEK_MS;
  return () => {
    const now = passage.now();
    if (now.getTime() < next) return;
    while (next <= now.getTime()) next += WEEK_MS;
    const asked = seen.comments().filter(isQuestion).length;
    const restarts = restartsIn(passage.stretches);
    print(`${now.toISOString().slice(0, 10)}: asked ${asked} of ${street.appointments.length}, ${restarts} restarts`);
  };
}

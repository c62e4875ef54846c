import { TestClock } from "pg-boss";

/** A stretch of time in which one process of the app ran, or none, and its clock was wrong by so much. */
export interface Stretch {
  readonly from: number;
  /** Numbered from 1; null: the app was down. */
  readonly life: number | null;
  /** In milliseconds: what the app's clock shows is later than GitHub's by this. */
  readonly wrongBy: number;
}

/** The time that passes: GitHub's, and that of the app's clock, which somebody may set. */
export interface Passage {
  readonly now: () => Date;
  readonly stretches: readonly Stretch[];
  /** The clock of the process that starts now. */
  readonly begin: () => TestClock;
  readonly end: () => void;
  readonly setWrongBy: (ms: number) => Promise<void>;
  readonly pass: (ms: number) => Promise<void>;
}

/** Time stands still unless it is let pass. */
export function startPassage(start: Date): Passage {
  const stretches: Stretch[] = [{ from: start.getTime(), life: null, wrongBy: 0 }];
  let [time, wrongBy, lives] = [start.getTime(), 0, 0];
  let clock: TestClock | null = null;
  const note = () => void stretches.push({ from: time, life: clock === null ? null : lives, wrongBy });
  return {
    now: () => new Date(time),
    stretches,
    begin: () => {
      clock = new TestClock(time + wrongBy);
      lives += 1;
      note();
      return clock;
    },
    // A killed process's clock is never touched again: its timers must not go off.
    end: () => {
      clock = null;
      note();
    },
    setWrongBy: async (ms) => {
      wrongBy = ms;
      await clock?.setTime(time + wrongBy);
      note();
    },
    pass: async (ms) => {
      time += ms;
      await clock?.setTime(time + wrongBy);
    },
  };
}

/** How often a process was ended; before the first there was none either. */
export function restartsIn(stretches: readonly Stretch[]): number {
  return stretches.filter(({ life }, at) => life === null && at > 0).length;
}

/**
 * From when on the app, of whichever clock it had, could have done at `doneAt` what was due at `dueAt` by that clock: since
 * it was started last, and since its clock showed that time last. Null: by its clock it was not due yet.
 */
export function couldSince(
  stretches: readonly Stretch[],
  { dueAt, doneAt }: { dueAt: Date; doneAt: Date },
): number | null {
  // What GitHub took of a process in the moment in which that was killed, the process did.
  const before = stretches.filter(
    ({ from, life }) => from < doneAt.getTime() || (from === doneAt.getTime() && life !== null),
  );
  const life = before.at(-1)?.life ?? null;
  let since: number | null = null;
  let until = doneAt.getTime();
  for (const stretch of before.toReversed()) {
    const reached = Math.max(stretch.from, dueAt.getTime() - stretch.wrongBy);
    if (stretch.life !== life || reached > until) return since;
    since = reached;
    if (reached > stretch.from) return since;
    until = stretch.from;
  }
  return since;
}

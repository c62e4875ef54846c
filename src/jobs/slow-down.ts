import type { Observed } from "../core/facts/observed.ts";
import type { Write } from "../core/plan/write.ts";
import type { ThreadRef } from "../queue/thread-index.ts";

/** Slows down what is written to a thread that changes without end, as somebody's script may edit it in a loop. */
export interface SlowDown {
  /** Until when nothing more is to be written to it; null: now is fine. */
  waitUntil(thread: ThreadRef, now: Date): Date | null;
  note(thread: ThreadRef, now: Date): void;
}

/** So many looks may write within the window: far more than people need. After that one a minute. */
const FREE_LOOKS = 10;
const WINDOW_MS = 10 * 60_000;
const GAP_MS = 60_000;

/** How many threads are remembered. One that is forgotten is written to a few times more. */
const MOST_THREADS = 10_000;

/** Each process counts by itself: it need not be exact. */
export function slowDown(): SlowDown {
  const looks = new Map<string, readonly number[]>();
  const recent = (thread: ThreadRef, now: Date) =>
    (looks.get(keyOf(thread)) ?? []).filter((at) => at > now.getTime() - WINDOW_MS);
  return {
    waitUntil(thread, now) {
      const times = recent(thread, now);
      const next = (times.at(-1) ?? 0) + GAP_MS;
      return times.length < FREE_LOOKS || next <= now.getTime() ? null : new Date(next);
    },
    note(thread, now) {
      const times = [...recent(thread, now), now.getTime()].slice(-FREE_LOOKS);
      if (looks.size >= MOST_THREADS) looks.clear();
      looks.set(keyOf(thread), times);
    },
  };
}

function keyOf({ installation, repositoryId, number }: ThreadRef): string {
  return `${installation} ${repositoryId} ${number}`;
}

/** What must not wait: an answer that holds up a merge, where the one that is shown does not. */
export function isUrgent(write: Write, { checkRun }: Pick<Observed, "checkRun">): boolean {
  if (write.kind !== "create-check-run" && write.kind !== "update-check-run") return false;
  return holdsUp(write.content.conclusion) && !holdsUp(checkRun?.conclusion ?? null);
}

function holdsUp(conclusion: string | null): boolean {
  return conclusion === "failure" || conclusion === "action_required";
}

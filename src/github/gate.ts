import { GitHubError } from "./errors.ts";

/**
 * Closed while GitHub told an installation to wait, so that jobs that run already send nothing either: going on "may result in the
 * banning of your integration" (GitHub's page on its rate limits).
 */
export interface Gate {
  /** Throws while it is closed. */
  assertOpen(): void;
  /**
   * Closes it until the time that GitHub named, if it did, for a request that was sent at `sentAt`. Answers how long it is
   * closed now.
   */
  close(named: Date | null, sentAt: Date): Date;
}

/** In milliseconds. GitHub's page: at least a minute where no time is named, and longer each time it happens again. */
const SHORTEST_MS = 60_000;
const LONGEST_MS = 3_600_000;

export function openGate(now: () => Date): Gate {
  let closedUntil = 0;
  let lastWait = 0;
  return {
    assertOpen() {
      if (now().getTime() >= closedUntil) return;
      const at = new Date(closedUntil);
      throw new GitHubError("GitHub asked this installation to wait", { kind: "retry-later", at });
    },
    close(named, sentAt) {
      // What was under way when it closed tells of the same limit: it neither grows nor starts anew.
      if (named === null && sentAt.getTime() < closedUntil) return new Date(closedUntil);
      const wait = named === null ? nextWait(sentAt.getTime() - closedUntil, lastWait) : 0;
      if (named === null) lastWait = wait;
      closedUntil = Math.max(closedUntil, named?.getTime() ?? now().getTime() + wait);
      return new Date(closedUntil);
    },
  };
}

/** Twice as long as the last time, unless it has gone well for longer than that since. */
function nextWait(wentWell: number, lastWait: number): number {
  return wentWell > Math.max(lastWait, SHORTEST_MS)
    ? SHORTEST_MS
    : Math.min(Math.max(2 * lastWait, SHORTEST_MS), LONGEST_MS);
}

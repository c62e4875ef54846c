/** How often a job that throws is tried again. Delays double from `delaySeconds` up to `delayMaxSeconds`, with jitter. */
export interface RetryPolicy {
  readonly limit: number;
  readonly delaySeconds: number;
  readonly delayMaxSeconds: number;
}

/**
 * 18 tries after the first, spread over some 40 minutes: longer than most of GitHub's incidents last. None comes later
 * than three minutes after the one before, so that soon after GitHub is back everything is right again.
 */
export const patient: RetryPolicy = { limit: 18, delaySeconds: 2, delayMaxSeconds: 180 };

/** A merge queue waits for at most an hour, by default: 25 tries, none later than a minute after the one before. */
export const hurried: RetryPolicy = { limit: 25, delaySeconds: 5, delayMaxSeconds: 60 };

/** For what must be said once GitHub answers again: some seven hours, and soon after it does. */
export const untilHeard: RetryPolicy = { limit: 150, delaySeconds: 15, delayMaxSeconds: 180 };

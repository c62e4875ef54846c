/**
 * In milliseconds. A minute at first: what failed in a moment of trouble is to be right within minutes after it. What is
 * not answered for in a day may never be.
 */
const [shortestWait, longestWait] = [60_000, 6 * 60 * 60_000];

/** When to ask GitHub again for what it has not answered for since then: the longer ago, the longer the wait. */
export function askAgainAt(since: Date, now: Date): Date {
  const silent = now.getTime() - since.getTime();
  return new Date(now.getTime() + Math.min(Math.max(silent / 8, shortestWait), longestWait));
}

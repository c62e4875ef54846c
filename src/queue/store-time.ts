/**
 * What is due is told by the store's clock, and that of a process may be wrong by a minute. A time to come is told to the
 * store as how far away it is: a job that finds itself early by this process's clock then waits for the rest, and does not
 * come back at once, again and again, until the two clocks agree.
 */
export function msUntil(at: Date, now: Date): number {
  return at.getTime() - now.getTime();
}

/** SQL: so many milliseconds from now, by the store's clock. Null stays null. */
export function fromNow(milliseconds: string): string {
  return `(pgboss.job_now() + ${milliseconds}::float8 * interval '1 ms')`;
}

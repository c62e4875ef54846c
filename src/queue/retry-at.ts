/**
 * Thrown by a handler to put its job off to a known time, such as the reset of GitHub's rate limit.
 * Putting off spends none of the job's tries: nothing was wrong with it.
 */
export class RetryAt extends Error {
  readonly date: Date;

  constructor(date: Date, cause?: unknown) {
    super(`Put off to ${date.toISOString()}`, { cause });
    this.name = "RetryAt";
    this.date = date;
  }
}

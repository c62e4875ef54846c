type LogError = (error: unknown, message: string) => void;

/** In milliseconds. */
const EVERY_MS = 10_000;

/**
 * Tells the same again only after a while, and then how often it was left out: while the store is away every delivery
 * fails alike, and GitHub sends thousands. `now` is any clock that does not go back, in milliseconds.
 */
export function seldom(tell: LogError, now: () => number = () => performance.now()): LogError {
  let last: { readonly what: string; readonly at: number } | undefined;
  let leftOut = 0;
  return (error, message) => {
    const what = `${message}: ${error instanceof Error ? error.message : String(error)}`;
    if (last?.what === what && now() - last.at < EVERY_MS) {
      leftOut += 1;
      return;
    }
    tell(error, leftOut === 0 ? message : `${message} (${leftOut} more since the last line)`);
    last = { what, at: now() };
    leftOut = 0;
  };
}

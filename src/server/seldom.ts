type LogError = (error: unknown, message: string) => void;

/** In milliseconds. */
const EVERY_MS = 10_000;

/** Of more different errors nothing is left out: then they tell more than that something is away. */
const MOST_KNOWN = 100;

/**
 * Tells the same again only after a while, and then how often it was left out: while the store is away every delivery
 * fails alike, and GitHub sends thousands. `now` is any clock that does not go back, in milliseconds.
 */
export function seldom(tell: LogError, now: () => number = () => performance.now()): LogError {
  const known = new Map<string, { readonly at: number; leftOut: number }>();
  return (error, message) => {
    const what = `${message}: ${error instanceof Error ? error.message : String(error)}`;
    const last = known.get(what);
    if (last !== undefined && now() - last.at < EVERY_MS) {
      last.leftOut += 1;
      return;
    }
    if (known.size === MOST_KNOWN) known.clear();
    known.set(what, { at: now(), leftOut: 0 });
    const leftOut = last?.leftOut ?? 0;
    tell(error, leftOut === 0 ? message : `${message} (${leftOut} more since the last line)`);
  };
}

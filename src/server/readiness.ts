/** In milliseconds: how long the store has to answer, and how long its answer stands, as everybody may ask. */
const limits = { patience: 2000, fresh: 1000 } as const;

export interface Readiness {
  readonly isReady: () => Promise<boolean>;
  /** Not ready any more, whatever the store says. */
  readonly end: () => void;
}

/** Ready: the store answers in time and nobody has begun to stop. However often it is asked, the store is asked once a second. */
export function readiness(ask: () => Promise<unknown>): Readiness {
  let hasEnded = false;
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  return {
    isReady: async () => {
      if (hasEnded) return false;
      if (asked === undefined || performance.now() - asked.at > limits.fresh) {
        asked = { at: performance.now(), answer: answersInTime(ask) };
      }
      return (await asked.answer) && !hasEnded;
    },
    end: () => void (hasEnded = true),
  };
}

async function answersInTime(ask: () => Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), limits.patience);
  try {
    return await Promise.race([ask().then(() => true), late]);
  } catch {
    // Whatever keeps the store from answering: the probe says so, and the log of those who need the store says why.
    return false;
  } finally {
    clearTimeout(timer);
  }
}

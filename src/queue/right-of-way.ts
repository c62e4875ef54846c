import { setImmediate as nextTurn } from "node:timers/promises";

/** One after the other; what goes ahead is begun before all that waits in turn. */
export interface RightOfWay {
  ahead<Result>(work: () => Promise<Result>): Promise<Result>;
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
}

/**
 * For a store with one connection that computes in this thread: whoever delivers waits for at most one piece of work of
 * the jobs, not for all that is queued. Before each of those the process looks once at what came from outside, or a row
 * of them, each begun in the same turn as the one before ended, would leave a delivery unread for as long as they take.
 */
export function rightOfWay(): RightOfWay {
  const ahead: (() => Promise<void>)[] = [];
  const inTurn: (() => Promise<void>)[] = [];
  let isGoing = false;
  return { ahead: (work) => enter(ahead, work), inTurn: (work) => enter(inTurn, work) };

  function enter<Result>(line: (() => Promise<void>)[], work: () => Promise<Result>): Promise<Result> {
    const { promise, resolve } = Promise.withResolvers<Result>();
    line.push(async () => {
      const done = work();
      resolve(done);
      await Promise.allSettled([done]);
    });
    if (!isGoing) void go();
    return promise;
  }

  async function go(): Promise<void> {
    isGoing = true;
    while (ahead.length + inTurn.length > 0) {
      if (ahead.length === 0) await nextTurn();
      await (ahead.shift() ?? inTurn.shift())?.();
    }
    isGoing = false;
  }
}

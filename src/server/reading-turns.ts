/** As much of a connection as this needs. */
interface Connection {
  pause(): unknown;
  resume(): unknown;
}

export interface ReadingTurns {
  /** Reads no more from this connection until its turn comes. */
  wait(connection: Connection): void;
}

/**
 * One connection is read from in each turn of Node's loop, by one piece of at most 64 KiB. Left to itself the loop reads
 * up to 2 MB from every connection that sends, and all that is small waits behind it: for seconds, with a hundred large
 * bodies at once. The connection is held and not the request, which would keep what it is not asked for.
 */
export function readingTurns(): ReadingTurns {
  const waiting = new Set<Connection>();
  const next = () => {
    const [connection] = waiting;
    if (connection === undefined) return;
    waiting.delete(connection);
    if (waiting.size > 0) setImmediate(next);
    connection.resume();
  };
  return {
    wait: (connection) => {
      connection.pause();
      if (waiting.has(connection)) return;
      waiting.add(connection);
      if (waiting.size === 1) setImmediate(next);
    },
  };
}

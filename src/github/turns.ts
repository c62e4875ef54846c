/**
 * One after the other, in the order of asking: so GitHub asks for writes. Who no longer wants a turn when it comes
 * gives it away.
 */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    // Whoever failed has heard of it; the next one has its turn all the same.
    last = turn.catch(() => {});
    return turn;
  };
}

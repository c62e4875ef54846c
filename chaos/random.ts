/** Decisions that the same seed makes again. */
export interface Random {
  readonly chance: (probability: number) => boolean;
  /** A whole number from 0 up to, not including, `below`. */
  readonly whole: (below: number) => number;
  readonly pick: <Item>(from: readonly Item[]) => Item;
}

/** One stream of decisions for each purpose: what one takes does not shift what another gets. */
export function seeded(seed: number, purpose: string): Random {
  const next = mulberry(hash(`${seed} ${purpose}`));
  const whole = (below: number) => Math.floor(next() * below);
  return {
    whole,
    chance: (probability) => next() < probability,
    pick(from) {
      const item = from[whole(from.length)];
      if (item === undefined) throw new Error("There is nothing to pick from");
      return item;
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** Mulberry32: a generator of one line of state, from 0 to below 1. Good enough to break things by. */
function mulberry(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What one text should give and what was found in it, for one aspect. Each item is a name to compare. */
export interface Sample {
  readonly id: string;
  readonly expected: readonly Item[];
  readonly found: readonly Item[];
  /** What the labeller said besides, told with each miss. */
  readonly remark?: string;
}

export interface Item {
  /** Compared without regard to case; the same name counts once a text. */
  readonly name: string;
  /** The words it was taken from, for people who look into a miss. */
  readonly quote: string | null;
}

export interface Miss {
  readonly id: string;
  /** Wrong: found and not expected. Missed: expected and not found. */
  readonly kind: "wrong" | "missed";
  readonly item: Item;
  /** What was found instead, of a missed one; what was expected, of a wrong one. */
  readonly instead: string;
  readonly remark: string;
}

export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  /** Of what was found, the part that was expected; null where nothing was found. */
  readonly precision: number | null;
  /** Of what was expected, the part that was found; null where nothing was expected. */
  readonly recall: number | null;
  readonly misses: readonly Miss[];
}

export function score(samples: readonly Sample[]): Score {
  const compared = samples.map(compare);
  const right = sum(compared.map((one) => one.right));
  const misses = compared.flatMap((one) => one.misses);
  const wrong = misses.filter(({ kind }) => kind === "wrong").length;
  const missed = misses.length - wrong;
  return { right, wrong, missed, precision: part(right, wrong), recall: part(right, missed), misses };
}

function compare({ id, expected, found, remark = "" }: Sample): {
  readonly right: number;
  readonly misses: readonly Miss[];
} {
  const [wanted, given] = [byName(expected), byName(found)];
  const missed = [...wanted].filter(([name]) => !given.has(name));
  const wrong = [...given].filter(([name]) => !wanted.has(name));
  return {
    right: wanted.size - missed.length,
    misses: [
      ...wrong.map(([, item]) => ({ id, kind: "wrong" as const, item, instead: names(wanted), remark })),
      ...missed.map(([, item]) => ({ id, kind: "missed" as const, item, instead: names(given), remark })),
    ],
  };
}

function byName(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.name.toLowerCase(), item]));
}

function names(items: ReadonlyMap<string, Item>): string {
  return Array.from(items.values(), ({ name }) => name).join(", ");
}

function part(right: number, others: number): number | null {
  return right + others === 0 ? null : right / (right + others);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

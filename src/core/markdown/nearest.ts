/** The known word that was probably meant, or null when none is near. Case, `-` and `_` do not count as differences. */
export function nearest(word: string, known: readonly string[]): string | null {
  const plain = plainForm(word);
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const candidate of known) {
    const target = plainForm(candidate);
    const limit = mistakesIn(Math.max(plain.length, target.length));
    // A word of any length is compared only with those of about its length.
    if (Math.abs(plain.length - target.length) > limit) continue;
    const distance = editDistance(plain, target);
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { word: candidate, distance };
  }
  return best?.word ?? null;
}

function plainForm(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, "");
}

/** One slip in a short word, two in a longer one, three at most. */
function mistakesIn(length: number): number {
  return Math.min(3, Math.max(1, Math.floor(length / 3)));
}

/** Letters to insert, delete, replace, or swap with their neighbour (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

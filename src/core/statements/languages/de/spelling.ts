const spellings: ReadonlyMap<string, string> = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
  ["ß", "ss"],
]);

/** Who has no umlauts at hand writes "laesst"; some systems write "ä" as two characters. */
export function anySpelling(pattern: string): string {
  return pattern.replace(/[äöüß]/gu, (letter) => {
    const others = new Set([letter, letter.normalize("NFD"), spellings.get(letter) ?? letter]);
    return `(?:${[...others].join("|")})`;
  });
}

/** Words as they are, and once more without umlauts where they have any. */
export function withSpellings(words: readonly string[]): readonly string[] {
  const plain = words.map((word) => word.replace(/[äöüß]/gu, (letter) => spellings.get(letter) ?? letter));
  return [...new Set([...words, ...plain])];
}

/** The one of these that a text names: by its whole text, else as a word or words of it; null where it names none or several. */
export function findNamed<Named extends { readonly name: string }>(
  text: string,
  named: readonly Named[],
): Named | null {
  const written = plainName(text);
  return (
    onlyOne(named.filter(({ name }) => plainName(name) === written)) ??
    onlyOne(named.filter(({ name }) => holdsWords(written, plainName(name))))
  );
}

function onlyOne<Named>(found: readonly Named[]): Named | null {
  const [first, ...others] = found;
  return first === undefined || others.length > 0 ? null : first;
}

/** Without what a reader does not see a difference in. */
export function plainName(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

const wordEnd = /^(?:$|[^\p{L}\p{N}_])/u;
const wordStart = /(?:^|[^\p{L}\p{N}_])$/u;

function holdsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    // Two code units: a letter may be a pair of them.
    const before = text.slice(Math.max(at - 2, 0), at);
    if (wordStart.test(before) && wordEnd.test(text.slice(at + words.length, at + words.length + 2))) return true;
  }
  return false;
}

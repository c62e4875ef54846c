/** A place outside GitHub where a team keeps its issues. */
export interface Tracker<Name extends string = string> {
  readonly name: Name;
  /** For the reference: what counts as a key. Part of a sentence. */
  readonly description: string;
  /** The keys written in a text, in order. */
  readonly keysIn: (text: string) => readonly KeySpot[];
  /** The key that an address leads to; null for any other address. */
  readonly keyAt: (address: string) => string | null;
  /** Where an issue is shown, with `{key}` in it; null where every team has an address of its own. */
  readonly url: string | null;
}

export interface KeySpot {
  readonly start: number;
  readonly end: number;
  /** As the tracker writes it. */
  readonly key: string;
}

/** Every match of a pattern with the flag `g`, its first group being the key. */
export function matchKeys(text: string, pattern: RegExp): readonly KeySpot[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length }, 1: key = "" }) => ({
    start: index,
    end: index + length,
    key,
  }));
}

/** The key in an address: the first group of a pattern. The end of a long address tells nothing more. */
export function matchAddress(address: string, pattern: RegExp): string | null {
  return pattern.exec(address.slice(0, 500))?.[1] ?? null;
}

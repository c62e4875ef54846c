import { plainWords } from "../markdown/plain-words.ts";
import { sameWords } from "./same-words.ts";
import { stopWords } from "./stop-words.ts";

/** In characters. Longer ones are names of files, hashes and addresses. */
const [shortest, longest] = [3, 30];

/**
 * What a text is about, word by word: without words that say nothing, without numbers alone, each reduced to the part that
 * its forms have in common. Names as code has them are taken apart: "smsReminder", "fix/sms-reminder".
 */
export function termsOf(text: string): readonly string[] {
  return plainWords(withoutAccents(text.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")))
    .split(" ")
    .flatMap((word) => termOf(word) ?? []);
}

function withoutAccents(text: string): string {
  return /^[\x20-\x7E]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Words come again and again: a thousand problems hold some 10,000 different ones. */
const known = new Map<string, string | null>();
const mostKnown = 20_000;

function termOf(word: string): string | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const term = readTerm(word);
  known.set(word, term);
  return term;
}

function readTerm(word: string): string | null {
  if (word.length < shortest || word.length > longest || /^\d+$/.test(word) || stopWords.has(word)) return null;
  const bare = stem(word);
  const term = things.get(bare) ?? bare;
  return term.length < shortest || stopWords.has(term) ? null : term;
}

/** Endings that leave a word's sense alone, the longest first. The second is what takes its place. */
const endings = [
  ["ization", ""],
  ["isation", ""],
  ["ations", ""],
  ["ation", ""],
  ["ments", ""],
  ["ment", ""],
  ["ingly", ""],
  ["ings", ""],
  ["ing", ""],
  ["ions", ""],
  ["ion", ""],
  ["ences", ""],
  ["ence", ""],
  ["ances", ""],
  ["ance", ""],
  ["able", ""],
  ["iers", "y"],
  ["ies", "y"],
  ["ied", "y"],
  ["ers", ""],
  ["ed", ""],
  ["er", ""],
  ["ly", ""],
  ["es", ""],
  ["s", ""],
] as const;

/** In letters: what must be left of a word. "sing" is no form of "s". */
const leastLeft = 3;

/** A light stemmer: it only has to bring the forms of one word together, not to find a word. */
function stem(word: string): string {
  const found = endings.find(([ending]) => word.endsWith(ending) && word.length - ending.length >= leastLeft);
  const bare = found === undefined || word.endsWith("ss") ? word : word.slice(0, -found[0].length) + found[1];
  return bare.length > leastLeft ? bare.replace(/([^aeiou])\1$/u, "$1").replace(/[ey]$/u, "") : bare;
}

const things = sameWords(stem);

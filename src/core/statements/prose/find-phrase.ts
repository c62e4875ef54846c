import type { Reading } from "../statements.ts";
import { stateFound } from "./found.ts";
import type { Prose } from "./prose.ts";

/** The first sentence that holds one of the phrases. Of an issue, the title is a sentence too. */
export function findPhrase({ kind, title, sentences }: Prose, phrases: readonly string[]): Reading {
  if (phrases.length === 0) return { grade: "absent" };
  const pattern = phrasePattern(phrases);
  const searched = kind === "issue" ? [title, ...sentences] : sentences;
  return stateFound(searched.find(({ prose }) => pattern.test(comparable(prose))));
}

/** Scripts that write words without spaces between them, or endings and particles right behind a word. */
const unspaced =
  "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}";
const spacedLetter = `[[\\p{L}\\p{M}\\p{N}_]--[${unspaced}]]`;

/** Whole words, where words have ends. */
function phrasePattern(phrases: readonly string[]): RegExp {
  const begins = new RegExp(`^${spacedLetter}`, "v");
  const ends = new RegExp(`${spacedLetter}$`, "v");
  const one = (phrase: string): string => {
    const before = begins.test(phrase) ? `(?<!${spacedLetter})` : "";
    const after = ends.test(phrase) ? `(?!${spacedLetter})` : "";
    return `${before}${phrase.replaceAll(/[\^$\\.*+?()[\]{}|/&\-!#%,:;<=>@`~]/gu, "\\$&").replaceAll(" ", "\\s+")}${after}`;
  };
  return new RegExp(phrases.map(comparable).map(one).join("|"), "iv");
}

/** Letters may be written in several ways: in full width, with the accent as a sign of its own. */
function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, " ");
}

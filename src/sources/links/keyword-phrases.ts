/** GitHub's closing keywords: https://docs.github.com/issues/tracking-your-work-with-issues/linking-a-pull-request-to-an-issue */
const closingWords = ["close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved"];

/** Phrases that point to the problem without closing it. "See" is deliberately absent: it points to anything. */
export const linkingPhrases = [
  "part of",
  "relate to",
  "relates to",
  "related to",
  "related",
  "ref",
  "refs",
  "reference",
  "references",
  "toward",
  "towards",
  "problem",
] as const;

/** How far a phrase may stand before its reference, in characters. */
const reach = 120;

const closing = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${closingWords.join("|")})(?: ?: ?| )$`, "iu");

/** What may stand between the phrase and the reference: "part of the epic #12", "fixes issue: #12", "refs (#12". */
const between =
  " ?[:：]? ?(?:(?:the|this|our|github|tracking|parent) )?" +
  "(?:(?:issue|bug|ticket|epic|story|task|problem|feature|request)s?(?:\\(s\\))? ?[:：]? ?)?[(\\[]?$";

/** "Not part of", "isn't really the problem", "no longer related to"; "not only part of" denies nothing. */
const denial =
  "(?:(?<![\\p{L}\\p{N}_-])(?:not|never|cannot|no longer|no|neither|nor)|n['’]t)" +
  " (?:(?:an?|the|be|to|yet|really|directly|strictly|actually|quite|exactly|closely|fully|entirely|necessarily|meant|intended) ){0,3}";

/** What the words before a reference make of it. */
export interface Phrase {
  /** GitHub itself closes the issue, whatever the sentence says: it closes what a change does "not fix" as well. */
  readonly closes: boolean;
  readonly links: boolean;
  /** Says that the reference is no link: "unrelated to", "not part of". */
  readonly denies: boolean;
}

/** Recognises the phrases that make a reference a link, in the text before it. */
export type ReadPhrase = (before: string) => Phrase;

export function phraseReader(extra: readonly string[]): ReadPhrase {
  const phrases = [...closingWords, ...linkingPhrases, ...extra].map(toPattern).join("|");
  const linking = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${phrases})${between}`, "iu");
  const denying = new RegExp(`${denial}(?:${phrases})${between}`, "iu");
  return (before) => {
    const text = tail(before);
    const links = linking.test(text);
    return { links, closes: links && closing.test(text), denies: links ? denying.test(text) : unrelated.test(text) };
  };
}

const unrelated = new RegExp(`(?<![\\p{L}\\p{N}_-])unrelated(?: to)?${between}`, "iu");

/** The last characters on one line: a phrase and its reference may be parted by a line wrap. */
function tail(before: string): string {
  return before.slice(-reach).replace(/\s+/gu, " ");
}

function toPattern(phrase: string): string {
  return phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&")
    .replace(/\s+/gu, " ");
}

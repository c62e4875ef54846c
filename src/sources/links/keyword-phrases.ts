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

/** Recognises the phrases that make a reference a link, in the text before it. */
export interface KeywordPhrases {
  /** GitHub itself closes the issue. */
  readonly closes: (before: string) => boolean;
  readonly links: (before: string) => boolean;
}

export function keywordPhrases(extra: readonly string[]): KeywordPhrases {
  const phrases = [...closingWords, ...linkingPhrases, ...extra].map(toPattern);
  const linking = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${phrases.join("|")})${between}`, "iu");
  return {
    closes: (before) => closing.test(tail(before)),
    links: (before) => linking.test(tail(before)),
  };
}

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

import type { Belief, ClaimWords } from "./languages/claim-words.ts";

/** How one language tells a hypothesis, as patterns to be looked for. */
export interface ClaimPatterns {
  readonly openers: RegExp;
  readonly promise: RegExp;
  readonly doubt: RegExp;
  readonly denial: RegExp;
  readonly knowing: RegExp;
  /** Anywhere in a text, where `knowing` asks for its beginning. */
  readonly known: RegExp;
  readonly when: RegExp;
  readonly splitBelief: (belief: string) => Belief;
  readonly parts: ReadonlyMap<string, Part>;
  readonly vague: ReadonlySet<string>;
}

type Part = ClaimWords["parts"][string];

const before = "(?<![\\p{L}\\p{N}_])";
const after = "(?![\\p{L}\\p{N}_])";

/** Words may be parted by a line's end. */
function spaced(pattern: string): string {
  return pattern.replaceAll(" ", "\\s");
}

export function claimPatterns(words: ClaimWords): ClaimPatterns {
  const whole = (pattern: string): string => `${before}(?:${spaced(pattern)})${after}`;
  return {
    openers: new RegExp(`${whole(words.opener)}[\\s,:]+`, "giu"),
    promise: new RegExp(whole(words.promise), "iu"),
    doubt: new RegExp(whole(words.doubt), "iu"),
    denial: new RegExp(`^[^\\p{L}]*(?:${spaced(words.denial)})${after}`, "iu"),
    knowing: new RegExp(`^\\s*${whole(words.knowing)}`, "iu"),
    known: new RegExp(whole(words.knowing), "iu"),
    when: new RegExp(whole(words.when), "iu"),
    splitBelief: words.splitBelief,
    parts: new Map(Object.entries(words.parts)),
    vague: new Set(words.vague),
  };
}

import { plainWords } from "../markdown/plain-words.ts";
import type { EmptyWords } from "./languages/empty-words.ts";
import { languages } from "./languages/index.ts";
import type { StatementName } from "./statements.ts";

/** Longer answers say something: in characters, and in words. */
const longestRefusal = 200;
const mostWords = 14;

interface EmptyPatterns {
  readonly denials: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  /** With what evidence and metrics are made of. */
  readonly unmeasured: ReadonlySet<string>;
  readonly refusal: RegExp;
  readonly nevertheless: RegExp;
}

const patterns: readonly EmptyPatterns[] = languages.map(({ empty }) => toPatterns(empty));

function toPatterns({ denials, thin, asked, material, refusal, nevertheless }: EmptyWords): EmptyPatterns {
  return {
    denials: new Set(denials),
    empty: new Set([...denials, ...thin, ...asked]),
    unmeasured: new Set([...denials, ...thin, ...asked, ...material]),
    refusal: new RegExp(`^[^\\p{L}]*${refusal}`, "iu"),
    nevertheless: new RegExp(`(?<!\\p{L})(?:${nevertheless})(?!\\p{L})`, "iu"),
  };
}

/** Whether an answer only denies or puts off: "None yet, will add", "We don't have one", "Noch keine, sorry". */
export function isDenial(text: string, statement: StatementName): boolean {
  if (text.length > longestRefusal) return false;
  const words = plainWords(text).split(" ");
  if (words.length > mostWords) return false;
  return patterns.some(({ denials, empty, unmeasured }) => {
    const known = statement === "evidence" || statement === "metric" ? unmeasured : empty;
    return words.some((word) => denials.has(word)) && words.every((word) => known.has(word));
  });
}

/** Whether an answer says why there is none: "N/A - internal", "Not applicable because it is a refactoring". */
export function isRefusal(text: string): boolean {
  if (text.length > longestRefusal || /#\d|https?:\/\//iu.test(text)) return false;
  return patterns.some(({ refusal, nevertheless }) => refusal.test(text) && !nevertheless.test(text));
}

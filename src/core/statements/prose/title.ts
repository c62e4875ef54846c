import type { Sentence } from "./sentences.ts";

/** A title as a sentence, without what stands before it for the sake of order. */
export interface TitleReading {
  /** "Problem" of "Problem: the till is slow"; null without such a name. */
  readonly name: string | null;
  readonly sentence: Sentence;
  /** The kind of a conventional commit that users do not notice: "test: ...", "chore(ci): ...". */
  readonly work: boolean;
}

/** GitHub takes no longer titles, in characters. */
const longestTitle = 256;

export function readTitle(title: string): TitleReading {
  const whole = title.slice(0, longestTitle).replace(/\s+/gu, " ").trim();
  const untagged = whole.replace(/^(?:\s*\[[^\]]*\]\s*:?)+/u, "").trim();
  const [prefix = ""] = /^[\p{L}\p{N}_ -]{1,20}(?:\([^)]*\))?(?:!?:| [-–—]) /u.exec(untagged) ?? [];
  const text = untagged.slice(prefix.length);
  return {
    name: prefix === "" ? null : prefix.replace(/\W+$/u, ""),
    sentence: { text, prose: text, line: 0, role: "open", form: "title" },
    work: /^(?:tests?|ci|build|style|chore|refactor|deps|release)\b/iu.test(prefix),
  };
}

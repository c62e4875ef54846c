import type { Body } from "../markdown/parse-body.ts";
import { plainTitle } from "../markdown/plain-words.ts";

/**
 * The issue form that `outcome init` writes, as far as its answers are recognised again: GitHub puts each answer under its
 * question, as a heading. In the order in which a missing part is asked for.
 */
export const ourForm = {
  name: "User problem",
  questions: {
    who: "Who has this problem?",
    happens: "What happens today?",
    evidence: "How do you know?",
    hypothesis: "What do we believe would help?",
    metric: "How will we know?",
  },
} as const;

/** One of them alone may stand in any form; nobody else's has several. */
const enough = 3;

/** Whether a text was started from our form, or is built like it: at least three of its questions are headings of it. */
export function isFromOurForm({ sections }: Body): boolean {
  const titles = new Set(sections.map(({ title }) => plainTitle(title)));
  return questions.filter((question) => titles.has(question)).length >= enough;
}

/** The same, told from the bare text at next to no cost: where this says no, it is none. */
export function mayBeFromOurForm(text: string): boolean {
  const lowered = text.toLowerCase();
  return questions.filter((question) => lowered.includes(question)).length >= enough;
}

const questions: readonly string[] = Object.values(ourForm.questions).map(plainTitle);

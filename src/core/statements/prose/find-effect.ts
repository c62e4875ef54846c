import type { Reading } from "../statements.ts";
import type { CuePatterns } from "./cue-patterns.ts";
import { stateFound } from "./found.ts";
import type { Prose } from "./prose.ts";
import type { Sentence } from "./sentences.ts";

/** A result for users that a text names without putting it as a claim: the sentence that says most of it. */
export function findEffect(prose: Prose): Reading {
  let best: Sentence | null = null;
  let most = enough;
  for (const sentence of prose.sentences) {
    const weight = weighEffect(sentence, prose);
    if (weight > most || (weight === most && best === null)) [best, most] = [sentence, weight];
  }
  return stateFound(best);
}

/** What the signs of an effect weigh together where it is taken for one. */
const enough = 2.5;

function weighEffect(sentence: Sentence, { cues, internal }: Prose): number {
  // What is better about the project's own work is no result for users.
  return Math.max(0, ...cues.map((language) => weighIn(sentence, language))) - (internal ? 2 : 0);
}

function weighIn({ prose, role }: Sentence, cues: CuePatterns): number {
  const said = prose.replace(cues.vague, " ; ");
  const has = (cue: keyof CuePatterns): boolean => cues[cue].test(said);
  const shifts = (has("lessen") && has("burden")) || (has("raise") && has("gain"));
  const eases = has("ease");
  const better = has("better");
  const spans = has("span");
  if (!shifts && !eases && !better && !spans) return 0;
  const users = has("users");
  let weight = (shifts ? 2.5 : 0) + (eases ? 2.5 : 0) + (better ? 1.5 : 0) + (spans ? 3 : 0);
  if (share.test(said)) weight += 1;
  if (has("result")) weight += 1;
  if (users) weight += 0.5;
  if (has("internal") && !users) weight -= 2;
  if (has("until") || role === "aside") weight -= 1;
  return weight;
}

/** "By 40%", "3x". */
const share = /\d[\d.,]* ?(?:%|x\b|times\b|percent)/iu;

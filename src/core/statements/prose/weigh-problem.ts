import type { CuePatterns } from "./cue-patterns.ts";
import type { Sentence } from "./sentences.ts";

/** What the whole text is, as far as it makes a sentence of it more or less likely to tell a user's problem. */
export interface Setting {
  readonly kind: "pull_request" | "issue";
  /** The title tells of the project's own work. */
  readonly internal: boolean;
}

/**
 * How much a sentence looks like one that says what goes wrong, or is missing, for somebody who uses the software.
 * Signs for and against are added up; from `enough` on, it is one.
 */
export function weighProblem(sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  if (sentence.role === "aside") return 0;
  const whole = weighClause(sentence.prose, sentence, cues, setting);
  const reason = cues.reason.exec(sentence.prose);
  if (reason === null) return whole;
  const clause = sentence.prose.slice(reason.index + reason[0].length);
  return Math.max(whole, weighClause(clause, sentence, cues, setting));
}

export const enough = 3;

function weighClause(prose: string, sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  const said = prose.replace(new RegExp(cues.relief, "giu"), " ; ");
  const has = (cue: keyof CuePatterns): boolean => cues[cue].test(said);
  const troubled = has("trouble");
  let weight = 0;
  if (troubled) weight += 2;
  if (has("lack")) weight += 1.5;
  if (has("pain")) weight += 1;
  if (weight === 0 && !(sentence.role === "why")) return 0;
  if (has("before")) weight += 1;
  if (has("situation")) weight += 1;
  if (has("contrast")) weight += 0.5;
  const users = has("users");
  if (users) weight += 1;
  if (sentence.role === "why") weight += 1;
  if (sentence.role === "wish") weight -= 2;
  if (setting.internal || (has("internal") && !users)) weight -= 2;
  if (setting.kind === "issue") return weight + 0.5 - (cues.request.test(said) ? 2 : 0);
  if (sentence.role === "change") weight -= 1;
  if (has("ownChange")) weight -= troubled && sentence.form === "paragraph" && has("cure") ? 0 : 2.5;
  return weight;
}

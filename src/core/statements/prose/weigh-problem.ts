import type { CuePatterns } from "./cue-patterns.ts";
import type { Sentence } from "./sentences.ts";

/** What the whole text is, as far as it makes a sentence of it more or less likely to tell a user's problem. */
export interface Setting {
  readonly kind: "pull_request" | "issue";
  /** The title tells of the project's own work. */
  readonly internal: boolean;
  /** Whose trouble counts: only that of people who use the software, or that of the project's own work too. */
  readonly whose: "users" | "anybody";
}

/**
 * How much a sentence looks like one that says what goes wrong, or is missing, for somebody who uses the software.
 * Signs for and against are added up; from `enough` on, it is one.
 */
export function weighProblem(sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  if (sentence.role === "aside" || cues.guidance.test(sentence.prose)) return 0;
  const whole = weighClause(sentence.prose, sentence, cues, setting);
  const reason = cues.reason.exec(sentence.prose);
  if (reason === null) return whole;
  const clause = sentence.prose.slice(reason.index + reason[0].length);
  const inClause = weighClause(clause, sentence, cues, setting);
  return Math.max(whole, inClause === 0 ? 0 : inClause + 1);
}

export const enough = 3;

function weighClause(prose: string, sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  const good = setting.kind === "issue" ? [cues.relief] : [cues.relief, cues.ended];
  const said = good.reduce((text, cue) => text.replace(new RegExp(cue, "giu"), " ; "), prose);
  const has = (cue: keyof CuePatterns): boolean => cues[cue].test(said);
  const issue = setting.kind === "issue";
  const troubled = has("trouble");
  const lacking = has("lack");
  if (!troubled && !lacking && !(sentence.role === "why")) return 0;
  let weight = (troubled ? 2 : 0) + (lacking ? 1.5 : 0);
  if (has("pain")) weight += 1;
  if (has("before")) weight += 1;
  if (has("situation")) weight += 1;
  if (has("contrast")) weight += 0.5;
  const users = has("users") || (issue && has("self"));
  if (users) weight += 1;
  if (sentence.role === "why") weight += 1;
  if (sentence.role === "wish") weight -= 2;
  if (has("plan")) weight -= 1.5;
  if (setting.whose === "users") weight -= weighInternal(has("internal"), users, setting);
  if (issue) return weight + (sentence.form === "title" ? 1 : 0) - (cues.request.test(said) ? 2 : 0);
  if (sentence.role === "change") weight -= 1;
  if (has("ownChange")) weight -= troubled && sentence.form === "paragraph" && has("cure") ? -1 : 2.5;
  return weight;
}

function weighInternal(internal: boolean, users: boolean, setting: Setting): number {
  if (setting.internal) return 2;
  return internal ? (users ? 1 : 2) : 0;
}

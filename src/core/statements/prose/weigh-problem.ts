import type { CuePatterns } from "./cue-patterns.ts";
import type { Role } from "./roles.ts";
import type { Sentence } from "./sentences.ts";

/** What the whole text is, as far as it makes a sentence of it more or less likely to tell a user's problem. */
export interface Setting {
  readonly kind: "pull_request" | "issue";
  /** The title tells of the project's own work. */
  readonly internal: boolean;
  /** Whose trouble counts: only that of people who use the software, or that of the project's own work too. */
  readonly whose: "users" | "anybody";
}

/** From this weight on, a sentence tells a problem. */
export const enough = 3;

/** What the words of a sentence add: one strong sign alone is not enough, with a situation or somebody who has it, it is. */
const ofWords = {
  trouble: 2,
  lack: 1.5,
  pain: 1,
  before: 1,
  situation: 1,
  contrast: 0.5,
  users: 1,
  plan: -1.5,
} as const;

/** What the place of a sentence adds. Only a pull request tells under "Changes" what it made of them. */
const ofRole: Readonly<Record<Setting["kind"], Readonly<Record<Role, number>>>> = {
  pull_request: { why: 1, open: 0, steps: -1, change: -1, wish: -2, aside: Number.NEGATIVE_INFINITY },
  issue: { why: 1, open: 0, steps: 0, change: 0, wish: -2, aside: Number.NEGATIVE_INFINITY },
};

/**
 * How much a sentence looks like one that says what goes wrong, or is missing, for somebody who uses the software: the
 * sum of the signs for and against. What is given as the reason of something is weighed alone too.
 */
export function weighProblem(sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  if (cues.guidance.test(sentence.prose)) return 0;
  const whole = weighClause(sentence.prose, sentence, cues, setting);
  const reason = cues.reason.exec(sentence.prose);
  if (reason === null) return whole;
  const clause = weighClause(sentence.prose.slice(reason.index + reason[0].length), sentence, cues, setting);
  return Math.max(whole, clause === 0 ? 0 : clause + 1);
}

function weighClause(prose: string, sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  const said = withoutGoodNews(prose, cues, setting);
  const ended = setting.kind === "issue" && said.search(cues.ended) >= 0;
  const has = (cue: keyof CuePatterns): boolean => cues[cue].test(said) || (cue === "trouble" && ended);
  if (!has("trouble") && !has("lack") && sentence.role !== "why") return 0;
  // Whoever writes an issue uses the software; whoever writes a pull request makes it.
  const users = has("users") || (setting.kind === "issue" && has("self"));
  const ofSigns = sum(["trouble", "lack", "pain", "before", "situation", "contrast", "plan"], has);
  const ofPeople =
    (users ? ofWords.users : 0) - (setting.whose === "users" ? weighInternal(has("internal"), users, setting) : 0);
  return ofSigns + ofPeople + ofRole[setting.kind][sentence.role] + weighForm(sentence, has, setting);
}

/** "No breaking changes" is no trouble; "no longer fails" is none in a pull request, and "no longer works" one in an issue. */
function withoutGoodNews(prose: string, cues: CuePatterns, { kind }: Setting): string {
  const said = prose.replace(cues.relief, " ; ");
  return kind === "issue" ? said : said.replace(cues.ended, " ; ");
}

type Has = (cue: keyof CuePatterns) => boolean;

function sum(signs: readonly (keyof typeof ofWords)[], has: Has): number {
  return signs.reduce((weight, sign) => weight + (has(sign) ? ofWords[sign] : 0), 0);
}

function weighInternal(internal: boolean, users: boolean, setting: Setting): number {
  if (setting.internal) return 2;
  return internal ? (users ? 1 : 3) : 0;
}

/** The title of an issue is its problem, or what is asked for; a pull request tells of itself what it does. */
function weighForm({ form }: Sentence, has: Has, { kind }: Setting): number {
  if (kind === "issue") return (form === "title" ? 1 : 0) - (has("request") ? 2 : 0);
  if (!has("ownChange")) return 0;
  const cures = form === "paragraph" && has("trouble") && has("cure");
  return cures ? 1 : -2.5;
}

import type { CuePatterns } from "./cue-patterns.ts";
import type { Role } from "./roles.ts";
import type { Sentence } from "./sentences.ts";

/** What the whole text is, as far as it makes a sentence of it more or less likely to tell a user's problem. */
export interface Setting {
  readonly kind: "pull_request" | "issue";
  /** The title tells of the project's own work. */
  readonly internal: boolean;
  /** The title asks for something to be built. */
  readonly requested: boolean;
  /** Whose trouble counts: only that of people who use the software, or that of the project's own work too. */
  readonly whose: "users" | "anybody";
}

/** From this weight on, a sentence tells a problem. */
export const enough = 3;

/** What the words of a sentence add: one strong sign alone is not enough, with a situation or somebody who has it, it is. */
const ofWords = {
  failure: 2.5,
  trouble: 2,
  lack: 1.5,
  pain: 1,
  until: 1.5,
  before: 1,
  situation: 0.5,
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
 * sum of the signs for and against, of the whole or of the clause that has most of them.
 */
export function weighProblem(sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  if (cues.guidance.test(sentence.prose)) return 0;
  const clauses = findClauses(sentence.prose, cues, setting);
  return Math.max(...clauses.map(({ prose, bonus }) => weighClause(prose, sentence, cues, setting) + bonus));
}

interface Clause {
  readonly prose: string;
  readonly bonus: number;
}

/** The whole, what is given as a reason, what came before a "so", and in an issue what follows a "but". */
function findClauses(prose: string, cues: CuePatterns, { kind }: Setting): readonly Clause[] {
  const [reason, contrast, hence] = [cues.reason.exec(prose), cues.contrast.exec(prose), cues.hence.exec(prose)];
  return [
    { prose, bonus: 0 },
    ...(reason === null ? [] : [{ prose: prose.slice(reason.index + reason[0].length), bonus: 1 }]),
    ...(hence === null ? [] : [{ prose: prose.slice(0, hence.index), bonus: 0 }]),
    ...(contrast === null || kind !== "issue"
      ? []
      : [{ prose: prose.slice(contrast.index + contrast[0].length), bonus: 0.5 }]),
  ];
}

function weighClause(prose: string, sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  const said = withoutGoodNews(prose, cues, setting);
  const issue = setting.kind === "issue";
  const ended = issue && said.search(cues.ended) >= 0;
  const failing = cues.failure.test(said);
  const has = (cue: keyof CuePatterns): boolean => {
    if (cue === "trouble") return !failing && (ended || cues.trouble.test(said));
    return cues[cue].test(said);
  };
  if (!failing && !has("trouble") && !has("lack") && sentence.role !== "why" && !(issue && has("pain")))
    return Number.NEGATIVE_INFINITY;
  const ofSigns = sum(["trouble", "failure", "lack", "pain", "until", "before", "situation", "contrast", "plan"], has);
  const asked = setting.requested ? 0.5 : 0;
  const until = issue && has("until") ? 0.5 : 0;
  return (
    ofSigns -
    asked -
    until +
    weighPeople(has, setting) +
    ofRole[setting.kind][sentence.role] +
    weighForm(sentence, has, setting)
  );
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

/** Whoever writes an issue uses the software; whoever writes a pull request makes it. */
function weighPeople(has: Has, { kind, internal, whose }: Setting): number {
  const users = has("users");
  const weight = users || (kind === "issue" && has("self")) ? ofWords.users : 0;
  if (whose === "anybody") return weight;
  return weight - (has("internal") ? (users ? 1 : 3) : 0) - (internal ? 2 : 0);
}

/** The title of an issue is its problem, or what is asked for, and two words ("Hidden total") are only its name; a pull request tells of itself what it does. */
function weighForm({ form, prose }: Sentence, has: Has, { kind }: Setting): number {
  if (kind === "issue") {
    const asks = has("request") || (form === "title" && has("ownChange"));
    const tells = form === "title" && prose.split(" ").length > 2;
    return (tells ? 1.5 : 0) - (asks ? 2.5 : 0);
  }
  if (!has("ownChange")) return 0;
  if (!(has("trouble") || has("failure")) || !has("cure")) return -2.5;
  return form === "paragraph" ? 1 : 0;
}

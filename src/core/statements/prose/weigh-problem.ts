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

/**
 * What signs in the words add. None is enough alone: somebody who has the trouble, or when it comes, must be told as well.
 * Of a failure and a trouble the heavier counts.
 */
const ofWords = {
  failure: 2.5,
  trouble: 2,
  lack: 1.5,
  pain: 1,
  before: 1,
  situation: 0.5,
  contrast: 0.5,
  plan: -1.5,
} as const satisfies Partial<Record<keyof CuePatterns, number>>;

const signs = ["failure", "trouble", "lack", "pain", "before", "situation", "contrast", "plan"] as const;

/** What weighs differently where somebody reports, and where somebody changes: only there a "currently" ends. */
const ofKind = {
  pull_request: {
    until: 1.5,
    roles: { why: 1, open: 0, steps: -1, change: -1, wish: -2, aside: Number.NEGATIVE_INFINITY },
  },
  issue: { until: 1, roles: { why: 1, open: 0, steps: 0, change: 0, wish: -2, aside: Number.NEGATIVE_INFINITY } },
} as const satisfies Readonly<Record<Setting["kind"], { until: number; roles: Readonly<Record<Role, number>> }>>;

/**
 * How much a sentence looks like one that says what goes wrong, or is missing, for somebody who uses the software: the
 * sum of the signs for and against, of the whole or of the clause that has most of them.
 */
export function weighProblem(sentence: Sentence, cues: CuePatterns, setting: Setting): number {
  if (!mayTell(sentence, cues, setting)) return 0;
  if (cues.guidance.test(sentence.prose) || isBare(sentence.prose, cues)) return 0;
  const clauses = findClauses(sentence.prose, cues, setting);
  return Math.max(...clauses.map(({ prose, bonus }) => weighClause({ ...sentence, prose }, cues, setting) + bonus));
}

/** Most sentences hold no sign at all, and need no weighing. */
function mayTell({ prose, role }: Sentence, cues: CuePatterns, { kind }: Setting): boolean {
  if (role === "aside" || role === "why") return role === "why";
  if (cues.failure.test(prose) || cues.trouble.test(prose) || cues.lack.test(prose)) return true;
  return kind === "issue" && (cues.pain.test(prose) || prose.search(cues.ended) >= 0);
}

/** "It is not working, please help": nobody could tell what to look for. */
export function isBare(prose: string, cues: CuePatterns): boolean {
  return !/[\p{L}\p{N}\uFFFC]/u.test(prose.replace(cues.bare, " "));
}

interface Clause {
  readonly prose: string;
  readonly bonus: number;
}

/** The whole, what is given as a reason, what came before a "so", and in an issue what follows a "but". */
function findClauses(prose: string, cues: CuePatterns, { kind }: Setting): readonly Clause[] {
  const [reason, contrast, hence] = [cues.reason, cues.contrast, cues.hence].map((cue) => cue.exec(prose));
  const behind = (found: RegExpExecArray, bonus: number): Clause => {
    return { prose: prose.slice(found.index + found[0].length), bonus };
  };
  const clauses: Clause[] = [{ prose, bonus: 0 }];
  if (reason) clauses.push(behind(reason, 1));
  if (hence) clauses.push({ prose: prose.slice(0, hence.index), bonus: 0 });
  if (contrast && kind === "issue") clauses.push(behind(contrast, 0.5));
  return clauses;
}

function weighClause(clause: Sentence, cues: CuePatterns, setting: Setting): number {
  const { until, roles } = ofKind[setting.kind];
  const has = findSigns(clause.prose, cues, setting);
  const troubled = has("failure") || has("trouble") || has("lack") || clause.role === "why";
  if (!troubled && !(setting.kind === "issue" && has("pain"))) return Number.NEGATIVE_INFINITY;
  const ofSigns = signs.reduce((weight, sign) => weight + (has(sign) ? ofWords[sign] : 0), has("until") ? until : 0);
  return ofSigns + roles[clause.role] + weighPeople(has, setting) + weighForm(clause, has, setting);
}

type Has = (cue: keyof CuePatterns) => boolean;

/** "No breaking changes" is no trouble; what happens "no longer" is over in a pull request, and the trouble in an issue. */
function findSigns(prose: string, cues: CuePatterns, { kind }: Setting): Has {
  const relieved = prose.replace(cues.relief, " ; ");
  if (kind === "issue") {
    const ended = relieved.search(cues.ended) >= 0;
    return (cue) =>
      cue === "trouble"
        ? isTrouble(relieved, cues) || (ended && !cues.failure.test(relieved))
        : cues[cue].test(relieved);
  }
  const said = relieved.replace(cues.ended, " ; ");
  // "If the delivery fails, it is tried again" tells what a change does; "When it is late, it fails" tells a failure.
  const outcome = said.replace(cues.condition, " ; ");
  return (cue) => {
    if (cue === "trouble") return isTrouble(outcome, cues);
    if (cue === "failure" || cue === "lack") return cues[cue].test(outcome);
    return cues[cue].test(said) || (cue === "plan" && cues.since.test(said));
  };
}

function isTrouble(said: string, cues: CuePatterns): boolean {
  return !cues.failure.test(said) && cues.trouble.test(said);
}

/** Whoever writes an issue uses the software; whoever writes a pull request makes it. */
function weighPeople(has: Has, { kind, internal, whose }: Setting): number {
  const users = has("users");
  const weight = users || (kind === "issue" && has("self")) ? 1 : 0;
  if (whose === "anybody") return weight;
  return weight - (has("internal") ? (users ? 1 : 3) : 0) - (internal ? 2 : 0);
}

function weighForm(clause: Sentence, has: Has, { kind, requested }: Setting): number {
  return kind === "issue" ? weighReport(clause, has) - (requested ? 0.5 : 0) : weighChange(clause, has);
}

/** The title of an issue is its problem or what is asked for; two words of it ("Hidden total") are only a name. */
function weighReport({ form, prose }: Sentence, has: Has): number {
  const tells = form === "title" && prose.split(" ").length > 2;
  const asks = has("request") || (form === "title" && has("ownChange"));
  return (tells ? 1.5 : 0) - (asks ? 2.5 : 0);
}

/** What a change says of itself is no problem, but where it says which one it ends. */
function weighChange({ form }: Sentence, has: Has): number {
  if (!has("ownChange")) return 0;
  const ends = has("cure") && (has("failure") || has("trouble"));
  return ends ? (form === "paragraph" ? 1 : 0) : -2.5;
}

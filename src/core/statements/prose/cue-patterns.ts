import type { Cues } from "../languages/cues.ts";
import type { Role, TitleRoles } from "./roles.ts";

type CueName = keyof Cues;

/** The cues of a language, each as one pattern to be looked for in prose. */
export type CuePatterns = Readonly<Record<CueName, RegExp>>;

/** Cues that a sentence or title begins with. */
const leading: ReadonlySet<CueName> = new Set([
  "ownChange",
  "guidance",
  "request",
  "why",
  "change",
  "steps",
  "wish",
  "aside",
  "operate",
  "counted",
  "unit",
  "condition",
]);

/** Cues that are taken out of a sentence, wherever they stand, before the others are looked for. */
const erased: ReadonlySet<CueName> = new Set(["relief", "ended", "vague", "bare"]);

/** What a language has no words for is not found in it. */
export function cuePatterns(cues: Partial<Cues>): CuePatterns {
  const pattern = (name: CueName): RegExp => {
    const words = cues[name] ?? ["(?!)"];
    const start = leading.has(name) ? "^[^\\p{L}\\p{N}]*" : "(?<![\\p{L}\\p{N}_])";
    return new RegExp(`${start}(?:${words.join("|")})(?![\\p{L}\\p{N}_])`, erased.has(name) ? "giu" : "iu");
  };
  return {
    failure: pattern("failure"),
    trouble: pattern("trouble"),
    lack: pattern("lack"),
    pain: pattern("pain"),
    until: pattern("until"),
    before: pattern("before"),
    situation: pattern("situation"),
    condition: pattern("condition"),
    contrast: pattern("contrast"),
    users: pattern("users"),
    self: pattern("self"),
    plan: pattern("plan"),
    since: pattern("since"),
    internal: pattern("internal"),
    ownChange: pattern("ownChange"),
    reason: pattern("reason"),
    hence: pattern("hence"),
    cure: pattern("cure"),
    ended: pattern("ended"),
    relief: pattern("relief"),
    bare: pattern("bare"),
    guidance: pattern("guidance"),
    request: pattern("request"),
    why: pattern("why"),
    change: pattern("change"),
    steps: pattern("steps"),
    wish: pattern("wish"),
    aside: pattern("aside"),
    design: pattern("design"),
    earlier: pattern("earlier"),
    specimen: pattern("specimen"),
    output: pattern("output"),
    proposed: pattern("proposed"),
    reported: pattern("reported"),
    conversation: pattern("conversation"),
    study: pattern("study"),
    data: pattern("data"),
    finding: pattern("finding"),
    counted: pattern("counted"),
    measured: pattern("measured"),
    lasting: pattern("lasting"),
    unit: pattern("unit"),
    dated: pattern("dated"),
    bound: pattern("bound"),
    reproduce: pattern("reproduce"),
    operate: pattern("operate"),
    lessen: pattern("lessen"),
    burden: pattern("burden"),
    raise: pattern("raise"),
    gain: pattern("gain"),
    better: pattern("better"),
    ease: pattern("ease"),
    result: pattern("result"),
    span: pattern("span"),
    vague: pattern("vague"),
  };
}

/** In the order in which they are tried: "steps to reproduce the problem" are steps, "test plan" is nothing of it. */
const roles = ["why", "steps", "wish", "change", "aside"] as const satisfies readonly Role[];

export function titleRoles(languages: readonly CuePatterns[]): TitleRoles {
  return (plain) => roles.find((role) => languages.some((cues) => cues[role].test(plain))) ?? null;
}

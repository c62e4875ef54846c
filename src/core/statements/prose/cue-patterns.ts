import type { Cues } from "./cues.ts";
import type { Role, TitleRoles } from "./roles.ts";

type CueName = keyof Cues;

/** The cues of the languages in use, each as one pattern to be looked for in prose. */
export type CuePatterns = Readonly<Record<CueName, RegExp>>;

/** Cues that a sentence or title begins with. */
const leading: ReadonlySet<CueName> = new Set(["ownChange", "request", "why", "change", "steps", "wish", "aside"]);

export function cuePatterns(languages: readonly Cues[]): CuePatterns {
  const pattern = (name: CueName): RegExp => {
    const sources = languages.flatMap((cues) => cues[name]);
    const start = leading.has(name) ? "^[^\\p{L}\\p{N}]*" : "(?<![\\p{L}\\p{N}_])";
    // Without any language nothing is known, and nothing matches.
    return new RegExp(sources.length === 0 ? "(?!)" : `${start}(?:${sources.join("|")})(?![\\p{L}\\p{N}_])`, "iu");
  };
  return {
    trouble: pattern("trouble"),
    lack: pattern("lack"),
    pain: pattern("pain"),
    before: pattern("before"),
    situation: pattern("situation"),
    contrast: pattern("contrast"),
    users: pattern("users"),
    internal: pattern("internal"),
    ownChange: pattern("ownChange"),
    reason: pattern("reason"),
    cure: pattern("cure"),
    relief: pattern("relief"),
    request: pattern("request"),
    why: pattern("why"),
    change: pattern("change"),
    steps: pattern("steps"),
    wish: pattern("wish"),
    aside: pattern("aside"),
  };
}

/** In the order in which they are tried: "steps to reproduce the problem" are steps, "test plan" is nothing of it. */
const roles = ["why", "steps", "wish", "change", "aside"] as const satisfies readonly Role[];

export function titleRoles(patterns: CuePatterns): TitleRoles {
  return (plain) => roles.find((role) => patterns[role].test(plain)) ?? null;
}

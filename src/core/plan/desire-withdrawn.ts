import type { ObservedCheckRun } from "../facts/observed.ts";
import type { Desired, DesiredCheckRun } from "./desired.ts";
import { settled, untouched } from "./desired.ts";

interface Subject {
  readonly state: "open" | "closed" | "merged";
  readonly headSha: string;
  readonly checkRun: ObservedCheckRun | null;
}

/**
 * Where the configuration was taken away: what we asked is asked no longer. A check that would go on holding up the
 * merge is answered; any other is left as it stands.
 */
export function desireWithdrawn({ state, headSha, checkRun }: Subject): Desired {
  if (state !== "open") return untouched;
  return { ...settled, checkRun: isBlocking(checkRun) ? { ...withdrawn, headSha } : settled.checkRun };
}

const withdrawn: Omit<DesiredCheckRun & { kind: "set" }, "headSha"> = {
  kind: "set",
  content: {
    conclusion: "neutral",
    title: "Not configured any more",
    summary: "The default branch has no `.github/outcome.yml` any more, so nothing is asked of this pull request.",
    text: "",
  },
};

function isBlocking(checkRun: ObservedCheckRun | null): boolean {
  return checkRun?.conclusion === "failure" || checkRun?.conclusion === "action_required";
}

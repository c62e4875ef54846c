import type { RepositoryName } from "../facts/reference.ts";
import type { Misconfiguration } from "../report/misconfiguration.ts";
import { renderMisconfiguration } from "../report/misconfiguration.ts";
import type { Desired } from "./desired.ts";
import { untouched } from "./desired.ts";

export interface Subject {
  readonly repository: RepositoryName;
  readonly state: "open" | "closed" | "merged";
  readonly headSha: string;
}

/** While the configuration cannot be used, the check says so, with the lines; comments and labels are left as they are. */
export function desireMisconfigured(
  { repository, state, headSha }: Subject,
  broken: { readonly problems: readonly Misconfiguration[]; readonly requires: boolean },
): Desired {
  if (state !== "open") return untouched;
  const content = renderMisconfiguration(broken, repository);
  return { ...untouched, checkRun: { kind: "set", headSha, content } };
}

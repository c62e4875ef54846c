import { mayWrite } from "../facts/actor.ts";
import type { PullRequestFacts } from "../facts/facts.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import type { Exemption, ExemptionId } from "./exemptions/index.ts";
import { exemptions } from "./exemptions/index.ts";
import type { Policy } from "./policy.ts";
import { requiresAnything } from "./policy.ts";

interface AppliedExemption {
  readonly exemption: Exemption<ExemptionId>;
  readonly reason: Markdown;
  /** Unknown while GitHub does not say whether the author may write here. */
  readonly counts: "yes" | "no" | "unknown";
}

/** Every kind of change that this one is of, whether or not that counts here. */
export function findExemptions(facts: PullRequestFacts, policy: Policy): readonly AppliedExemption[] {
  const all: readonly Exemption<ExemptionId>[] = exemptions;
  return all.flatMap((exemption) => {
    const reason = exemption.applies(facts, policy.exemptions[exemption.id]);
    return reason === null ? [] : [{ exemption, reason, counts: countsFor(exemption, facts, policy) }];
  });
}

/** Where something is required, what the author alone controls exempts only authors with write access. */
function countsFor(
  { id, controlledBy, vouched }: Exemption<ExemptionId>,
  facts: PullRequestFacts,
  policy: Policy,
): AppliedExemption["counts"] {
  if (controlledBy === "maintainers" || !requiresAnything(policy)) return "yes";
  return vouched?.(facts, policy.exemptions[id]) === true ? "yes" : mayWrite(facts.pullRequest.authorRole);
}

export function remarkOnExemption({ reason, counts }: AppliedExemption): Markdown {
  const condition = md`rules are required here, and that exemption counts only for authors with write access.`;
  return counts === "unknown"
    ? md`It may be exempt (${reason}): ${condition} GitHub did not say whether this one is; it is asked again.`
    : md`It would be exempt (${reason}), but ${condition}`;
}

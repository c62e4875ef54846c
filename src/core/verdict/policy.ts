import type { Markdown } from "../markdown/markdown.ts";
import type { ProblemPolicy } from "../facts/problem-policy.ts";
import type { Theme } from "../facts/theme.ts";
import type { RuleId } from "../rules/index.ts";
import type { Level } from "../rules/rule.ts";
import type { ExemptionId } from "./exemptions/index.ts";

/** What a team decided, as far as the verdict depends on it. The configuration is one. */
export interface Policy {
  readonly mode: "advise" | "require";
  /** Why `mode: require` does not hold for this pull request, where it does not. */
  readonly heldBack?: Markdown | undefined;
  readonly rules: { readonly [Id in RuleId]: { readonly level: Level; readonly [option: string]: unknown } };
  readonly exemptions: { readonly [Id in ExemptionId]: unknown };
  readonly problems: ProblemPolicy;
  readonly themes: readonly Theme[];
  readonly opt_out: { readonly who?: "anyone" | "write" | undefined };
  /** The files that all this stands in; not told where nobody needs to know whether they may be quoted. */
  readonly sources?: readonly { readonly visible: boolean }[];
}

/** The level that a rule has now: `mode: require` raises what is advised. */
export function effectiveLevel(policy: Policy, rule: RuleId): Level {
  const { level } = policy.rules[rule];
  return policy.mode === "require" && level === "advise" ? "require" : level;
}

/** Whether any rule can keep a pull request from being merged. */
export function requiresAnything(policy: Policy): boolean {
  return Object.keys(policy.rules).some((id) => isRuleId(id, policy) && effectiveLevel(policy, id) === "require");
}

/** The same, as a word for what is said of it. */
export function strengthOf(policy: Policy): "requires" | "advises" {
  return requiresAnything(policy) ? "requires" : "advises";
}

function isRuleId(id: string, policy: Policy): id is RuleId {
  return id in policy.rules;
}

/** Whether what stands in the configuration may be quoted: only where every file of it is known to be seen by all. */
export function mayQuote({ sources }: Pick<Policy, "sources">): boolean {
  return sources !== undefined && sources.every(({ visible }) => visible);
}

/** Who may opt out: as configured; else anybody while advising, people with write access once something is required. */
export function whoMayOptOut(policy: Policy): "anyone" | "write" {
  return policy.opt_out.who ?? (requiresAnything(policy) ? "write" : "anyone");
}

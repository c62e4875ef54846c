import type { Facts, ProblemFacts, PullRequestFacts } from "../facts/facts.ts";
import { findProblems, problemPolicyFor } from "../facts/find-problem.ts";
import { rules } from "../rules/index.ts";
import type { RuleId } from "../rules/index.ts";
import type { Rule, RuleContext } from "../rules/rule.ts";
import { findExemptions, remarkOnExemption } from "./find-exemptions.ts";
import type { Policy } from "./policy.ts";
import { effectiveLevel, mayQuote } from "./policy.ts";
import { readOptOut, remarkOnOptOut, remarkOnSaid } from "./read-opt-out.ts";
import type { Finding, Verdict } from "./verdict.ts";

/** Judges a pull request: exempt, opted out, or every rule's answer. */
export function evaluate(facts: PullRequestFacts, policy: Policy): Verdict {
  const exempt = findExemptions(facts, policy);
  const valid = exempt.find(({ counts }) => counts === "yes");
  if (valid !== undefined) return { kind: "exempt", title: valid.exemption.title, reason: valid.reason };
  const optOut = readOptOut(facts, policy);
  if (optOut.kind === "counts") return { kind: "opted-out", reason: optOut.reason, by: optOut.by?.login ?? null };
  const problems = problemPolicyFor(policy.problems, facts.pullRequest.state);
  const problem = findProblems(facts.links, { repository: facts.repository, policy: problems })[0] ?? null;
  const findings = answerAll(facts, policy, { problem, policy: problems });
  const undetermined =
    optOut.kind === "unknown" || facts.said.undetermined || exempt.some(({ counts }) => counts === "unknown");
  const remarks = [
    policy.heldBack ?? [],
    ...exempt.map(remarkOnExemption),
    ...remarkOnOptOut(optOut),
    ...remarkOnSaid(facts.said),
  ].flat();
  return {
    kind: "judged",
    findings: undetermined ? findings.map(leaveOpen) : findings,
    problem,
    remarks,
    undetermined,
  };
}

/** While nobody knows whether anything is asked, nothing is missing either. */
function leaveOpen(finding: Finding): Finding {
  const matters = finding.level === "advise" || finding.level === "require";
  return finding.outcome === "fail" && matters ? { ...finding, outcome: "unknown", retry: true } : finding;
}

/** Judges an issue that is a problem by the rules that apply to it. */
export function evaluateProblem(facts: ProblemFacts, policy: Policy): readonly Finding[] {
  return answerAll(facts, policy, { problem: null, policy: policy.problems });
}

/** Which people's roles the verdict depends on: read only these. */
export function rolesNeeded(facts: PullRequestFacts, policy: Policy): readonly ("author" | "body-editor")[] {
  const exempt = findExemptions(facts, policy);
  if (exempt.some(({ counts }) => counts === "yes")) return [];
  const optOut = readOptOut(facts, policy);
  const whose = optOut.kind === "no-right" ? optOut.whose : null;
  const author = exempt.length > 0 || whose === "author";
  return [...(author ? (["author"] as const) : []), ...(whose === "body-editor" ? (["body-editor"] as const) : [])];
}

/** Whether the verdict depends on which files changed: read only then. */
export function pathsNeeded(policy: Policy): boolean {
  const { paths } = policy.exemptions;
  return Array.isArray(paths) && paths.length > 0;
}

function answerAll(facts: Facts, policy: Policy, found: Pick<RuleContext, "problem" | "policy">): readonly Finding[] {
  const quotes = mayQuote(policy) ? "configuration" : "not-configuration";
  const context: RuleContext = { ...found, themes: policy.themes, quotes };
  const all: readonly Rule<RuleId>[] = rules;
  return all.flatMap((rule) => {
    const configured = effectiveLevel(policy, rule.id);
    if (configured === "off" || !rule.subjects.includes(facts.kind)) return [];
    const level = (facts.kind === "problem" ? rule.levelOnProblems : undefined) ?? configured;
    const answer = rule.check(facts, policy.rules[rule.id], context);
    return answer === null ? [] : [{ ...answer, rule: rule.id, words: { ...rule, ...answer.ask }, level }];
  });
}

import type { FoundProblem } from "../facts/find-problem.ts";
import type { Markdown } from "../markdown/markdown.ts";
import type { RuleId } from "../rules/index.ts";
import type { Answer, Level, RuleWords } from "../rules/rule.ts";

/** A rule's answer, with the level it has for this pull request. */
export interface Finding extends Answer {
  readonly rule: RuleId;
  readonly words: RuleWords;
  readonly level: Level;
}

/** All answers folded. */
export type Verdict =
  | { readonly kind: "exempt"; readonly title: string; readonly reason: Markdown }
  | { readonly kind: "opted-out"; readonly reason: string; readonly by: string | null }
  | {
      readonly kind: "judged";
      readonly findings: readonly Finding[];
      readonly problem: FoundProblem | null;
      /** What was found but does not decide: an opt-out or exemption that needs write access. */
      readonly remarks: readonly Markdown[];
      /** GitHub has not said whether an opt-out, an exemption or a command counts: it may be that nothing is asked. */
      readonly undetermined: boolean;
    };

/** GitHub's word for a completed check run. Success, neutral and skipped let a required check pass. */
export const conclusions = ["success", "neutral", "failure", "skipped", "action_required"] as const;
export type Conclusion = (typeof conclusions)[number];

export function conclude(verdict: Verdict): Conclusion {
  switch (verdict.kind) {
    case "exempt":
      return "skipped";
    case "opted-out":
      return "neutral";
    case "judged":
      return concludeFindings(verdict.findings);
  }
}

function concludeFindings(findings: readonly Finding[]): Conclusion {
  const has = (outcome: Finding["outcome"], level: Level): boolean =>
    findings.some((finding) => finding.outcome === outcome && finding.level === level);
  if (has("fail", "require")) return "failure";
  if (has("unknown", "require")) return "action_required";
  return has("fail", "advise") || has("unknown", "advise") ? "neutral" : "success";
}

/** The part to ask for: the first that is required, else the first that is advised. One at a time. */
export function firstMissing(findings: readonly Finding[]): Finding | null {
  const missing = findings.filter(({ outcome }) => outcome === "fail");
  return missing.find(({ level }) => level === "require") ?? missing.find(({ level }) => level === "advise") ?? null;
}

/** Whether a problem is asked for, and none is linked. */
export function lacksProblem(verdict: Verdict): boolean {
  if (verdict.kind !== "judged") return false;
  const asked = verdict.findings.filter(({ level }) => level === "advise" || level === "require");
  return asked.some(({ rule, outcome }) => rule === "links-problem" && outcome === "fail");
}

/** Everything that keeps the pull request from being merged, in the order of the rules. */
export function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ outcome, level }) => level === "require" && (outcome === "fail" || outcome === "unknown"));
}

/** What the conclusion is owed to: what is missing before what is unknown, and what is required before what is advised. */
export function decisive(findings: readonly Finding[]): Finding | null {
  const required = blocking(findings);
  return required.length > 0
    ? (firstMissing(required) ?? firstUnknown(required))
    : (firstMissing(findings) ?? firstUnknown(findings));
}

/** The first part that could not be determined, among those that matter. */
export function firstUnknown(findings: readonly Finding[]): Finding | null {
  return (
    findings.find(({ outcome, level }) => outcome === "unknown" && (level === "require" || level === "advise")) ?? null
  );
}

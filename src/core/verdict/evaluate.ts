import { mayWrite } from "../facts/actor.ts";
import type { Actor, Role } from "../facts/actor.ts";
import type { Facts, ProblemFacts, PullRequest, PullRequestFacts } from "../facts/facts.ts";
import { findProblems, policyFor } from "../facts/find-problem.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { rules } from "../rules/index.ts";
import type { RuleId } from "../rules/index.ts";
import type { Rule, RuleContext } from "../rules/rule.ts";
import type { Exemption, ExemptionId } from "./exemptions/index.ts";
import { exemptions } from "./exemptions/index.ts";
import type { Reading } from "../statements/statements.ts";
import type { Policy } from "./policy.ts";
import { effectiveLevel, mayQuote, requiresAnything, whoMayOptOut } from "./policy.ts";
import type { Finding, Verdict } from "./verdict.ts";

/** Judges a pull request: exempt, opted out, or every rule's answer. */
export function evaluate(facts: PullRequestFacts, policy: Policy): Verdict {
  const exempt = findExemptions(facts, policy);
  const valid = exempt.find(({ exemption }) => countsFor(exemption, facts, policy));
  if (valid !== undefined) return { kind: "exempt", title: valid.exemption.title, reason: valid.reason };
  const optOut = facts.statements.optOut.reading;
  if (optOut.grade === "stated" && mayOptOut(facts, policy)) {
    return { kind: "opted-out", reason: optOut.value, by: optOutWriter(facts)?.login ?? null };
  }
  const problems = policyFor(policy.problems, facts.pullRequest.state);
  const problem = findProblems(facts.links, problems)[0] ?? null;
  const remarks = [policy.heldBack ?? [], ...exempt.map(remarkOnExemption), ...remarkOnOptOut(optOut.grade)].flat();
  return { kind: "judged", findings: answerAll(facts, policy, { problem, policy: problems }), problem, remarks };
}

/** Judges an issue that is a problem by the rules that apply to it. */
export function evaluateProblem(facts: ProblemFacts, policy: Policy): readonly Finding[] {
  return answerAll(facts, policy, { problem: null, policy: policy.problems });
}

/** Which people's roles the verdict depends on: read only these. */
export function rolesNeeded(facts: PullRequestFacts, policy: Policy): readonly ("author" | "body-editor")[] {
  const exempt = findExemptions(facts, policy);
  if (exempt.some(({ exemption }) => countsFor(exemption, facts, policy))) return [];
  const optsOut = facts.statements.optOut.reading.grade === "stated" && whoMayOptOut(policy) === "write";
  const editor = optsOut && personWhoEdited(facts) !== null;
  const author = exempt.length > 0 || (optsOut && !editor);
  return [...(author ? (["author"] as const) : []), ...(editor ? (["body-editor"] as const) : [])];
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
    const level = effectiveLevel(policy, rule.id);
    if (level === "off" || !rule.subjects.includes(facts.kind)) return [];
    const answer = rule.check(facts, policy.rules[rule.id], context);
    return [{ ...answer, rule: rule.id, words: rule, level }];
  });
}

interface AppliedExemption {
  readonly exemption: Exemption<ExemptionId>;
  readonly reason: Markdown;
}

function findExemptions(facts: PullRequestFacts, policy: Policy): readonly AppliedExemption[] {
  const all: readonly Exemption<ExemptionId>[] = exemptions;
  return all.flatMap((exemption) => {
    const reason = exemption.applies(facts, policy.exemptions[exemption.id]);
    return reason === null ? [] : [{ exemption, reason }];
  });
}

/** Where something is required, what the author alone controls exempts only authors with write access. */
function countsFor(exemption: Exemption<ExemptionId>, facts: PullRequestFacts, policy: Policy): boolean {
  if (exemption.controlledBy === "maintainers" || !requiresAnything(policy)) return true;
  if (exemption.id === "reverts" && facts.pullRequest.reverts?.verified === true) return true;
  return isWriter(facts.pullRequest.authorRole);
}

function mayOptOut(facts: PullRequestFacts, policy: Policy): boolean {
  if (whoMayOptOut(policy) === "anyone") return true;
  return isWriter(personWhoEdited(facts)?.role ?? facts.pullRequest.authorRole);
}

/** An opt-out counts by who wrote the body or last edited it: nobody else is known to have seen that line. */
function optOutWriter(facts: PullRequestFacts): Actor | null {
  const editor = personWhoEdited(facts);
  return editor === null ? facts.pullRequest.author : editor.actor;
}

/** A bot that puts its summary into the body vouches for no line in it: then the author counts, as if nobody had edited. */
function personWhoEdited({ pullRequest: { bodyEditor } }: PullRequestFacts): PullRequest["bodyEditor"] {
  return bodyEditor?.actor?.kind === "bot" ? null : bodyEditor;
}

function isWriter(role: Role | "unread"): boolean {
  return role !== "unread" && mayWrite(role);
}

function remarkOnExemption({ reason }: AppliedExemption): Markdown {
  return md`It would be exempt (${reason}), but rules are required here, and that exemption counts only for authors with write access.`;
}

/** Nobody wrote the template's own words for this pull request: nothing is said of them. */
function remarkOnOptOut(grade: Reading["grade"]): readonly Markdown[] {
  switch (grade) {
    case "stated":
      return [
        md`An opt-out stands in the text, but here it counts only when somebody with write access wrote it or last edited the text.`,
      ];
    case "hollow":
      return [md`An opt-out stands in the text, but without a reason it does not count.`];
    case "template":
    case "absent":
      return [];
  }
}

import { findProblems, problemPolicyFor } from "../../../src/core/facts/find-problem.ts";
import type { Facts } from "../../../src/core/facts/facts.ts";
import { rules } from "../../../src/core/rules/index.ts";
import type { RuleId } from "../../../src/core/rules/index.ts";
import type { Answer, Rule } from "../../../src/core/rules/rule.ts";
import { mayQuote } from "../../../src/core/verdict/policy.ts";
import { settings } from "../../support/facts.ts";

/** One rule's answer under a configuration, as "outcome: what was found". */
export function ask(id: RuleId, facts: Facts, configured = settings()): string {
  const { outcome, found } = answerOf(id, facts, configured);
  return `${outcome}: ${found.markdown}`;
}

export function answerOf(id: RuleId, facts: Facts, configured = settings()): Answer {
  const answer = checkRule(id, facts, configured);
  if (answer === null) throw new Error(`${id} says nothing here.`);
  return answer;
}

/** Null where the rule has nothing to speak of. */
export function checkRule(id: RuleId, facts: Facts, configured = settings()): Answer | null {
  const all: readonly Rule<RuleId>[] = rules;
  const rule = all.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  const quotes = mayQuote(configured) ? "configuration" : "not-configuration";
  const quoting = { themes: configured.themes, quotes } as const;
  if (facts.kind === "problem") {
    return rule.check(facts, configured.rules[id], { problem: null, policy: configured.problems, ...quoting });
  }
  const policy = problemPolicyFor(configured.problems, facts.pullRequest.state);
  const problem = findProblems(facts.links, { repository: facts.repository, policy })[0] ?? null;
  return rule.check(facts, configured.rules[id], { problem, policy, ...quoting });
}

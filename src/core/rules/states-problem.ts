import { z } from "zod";
import type { ProblemFacts } from "../facts/facts.ts";
import { md } from "../markdown/markdown.ts";
import { checkStatement } from "./check-statement.ts";
import { describeMissing } from "./describe.ts";
import type { Answer } from "./rule.ts";
import { defineRule } from "./rule.ts";

export const statesProblem = defineRule({
  id: "states-problem",
  claim: "states the problem",
  question: "What is the user's actual problem?",
  missing: "The problem is not stated yet",
  why: "A solution can only be judged against the difficulty that users have.",
  paste: "Problem: WHO cannot DO WHAT, because WHAT HAPPENS",
  description:
    "Looks for what goes wrong or is missing for somebody who uses the software: under a problem heading, in a " +
    "`Problem:` line, in an outcome block or in a sentence that says so, of the pull request or of the problem it " +
    "links. A trouble of the project's own work (tests, builds, tidiness) is told apart, and so is an issue that only " +
    "says what to build: that one is asked what users cannot do today.",
  subjects: ["pull_request", "problem"],
  defaultLevel: "note",
  levelOnProblems: "advise",
  options: z.strictObject({}),
  check(facts, _options, context) {
    const lookedFor = md`Not found: a sentence that says what goes wrong, and for whom.`;
    const answer = checkStatement(facts, context, { statement: "problem", lookedFor });
    if (facts.kind === "pull_request") return answer;
    return checkWho(facts) ?? (isSolutionOnly(facts) ? { ...answer, ask: today } : answer);
  },
});

/**
 * Whoever writes an issue has the difficulty or knows who does, so who that is must only be told where a place for it
 * was left empty.
 */
function checkWho({ statements }: ProblemFacts): Answer | null {
  const { reading } = statements.who;
  if (reading.grade !== "hollow" && reading.grade !== "template") return null;
  return { outcome: "fail", found: describeMissing(reading, md``), ask: whose };
}

function isSolutionOnly({ statements }: ProblemFacts): boolean {
  return statements.problem.reading.grade === "solution-only";
}

const whose = {
  question: "Who has this problem?",
  why: "How much a difficulty matters depends on whose it is.",
  paste: "Who: WHO",
} as const;

const today = {
  question: "What can users not do today?",
  why: "What users cannot do today tells which solution helps them, this one or a better one.",
} as const;

import { z } from "zod";
import { md } from "../markdown/markdown.ts";
import { checkStatement } from "./check-statement.ts";
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
    "says what to build.",
  subjects: ["pull_request", "problem"],
  defaultLevel: "note",
  options: z.strictObject({}),
  check: (facts, _options, context) =>
    checkStatement(facts, context, {
      statement: "problem",
      lookedFor: md`Not found: a sentence that says what goes wrong, and for whom.`,
    }),
});

import { z } from "zod";
import { md } from "../markdown/markdown.ts";
import { checkStatement } from "./check-statement.ts";
import { endSentence } from "./describe.ts";
import { describeWeight } from "./describe-weight.ts";
import { defineRule } from "./rule.ts";

export const givesEvidence = defineRule({
  id: "gives-evidence",
  claim: "gives evidence",
  question: "How do we know?",
  missing: "No evidence yet",
  why: "Evidence that others can check tells a problem of many from a guess of one.",
  paste: "Evidence: LINK, QUOTE, NUMBER OR STEPS TO REPRODUCE",
  description:
    "Looks for user feedback or usage data that can be checked: a link, a quote, a number, a reproduction, in the pull " +
    "request or in the problem it links.",
  subjects: ["pull_request", "problem"],
  defaultLevel: "note",
  levelOnProblems: "advise",
  options: z.strictObject({}),
  check(facts, _options, context) {
    const lookedFor = md`Not found: feedback or data that can be checked.`;
    const answer = checkStatement(facts, context, { statement: "evidence", lookedFor });
    const weight = describeWeight(facts, context);
    if (weight === null) return answer;
    return { ...answer, found: md`${endSentence(answer.found)} ${weight}` };
  },
});

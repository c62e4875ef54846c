import { z } from "zod";
import { md } from "../markdown/markdown.ts";
import { checkStatement } from "./check-statement.ts";
import { defineRule } from "./rule.ts";

export const weighsAlternatives = defineRule({
  id: "weighs-alternatives",
  claim: "weighs alternatives",
  question: "What else was considered?",
  missing: "No alternatives yet",
  why: "The best solution for the user is one of several; the others show why it is.",
  paste: "Alternatives: WHAT ELSE WAS CONSIDERED, and why it was not chosen",
  description: "Looks for other solutions that were considered, under a heading or in an `Alternatives:` line.",
  subjects: ["pull_request"],
  defaultLevel: "off",
  options: z.strictObject({}),
  check: (facts, _options, context) =>
    checkStatement(facts, context, {
      statement: "alternatives",
      lookedFor: md`Not found: other solutions that were considered.`,
    }),
});

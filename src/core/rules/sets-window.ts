import { z } from "zod";
import { md } from "../markdown/markdown.ts";
import { checkStatement, passStated } from "./check-statement.ts";
import { defineRule } from "./rule.ts";

export const setsWindow = defineRule({
  id: "sets-window",
  claim: "sets a window",
  question: "When should the effect show?",
  missing: "No window yet",
  why: "A window of its own asks the question when the answer can be known.",
  paste: "Window: 14 days",
  description:
    "Looks for how long after the merge the effect should show: in the hypothesis (`within two weeks`) or in a " +
    "`Window:` line. Where none is set, the follow-up waits for `follow_up.window`.",
  subjects: ["pull_request"],
  defaultLevel: "note",
  options: z.strictObject({}),
  check(facts, _options, context) {
    const { reading, source } = facts.statements.window;
    if (reading.grade === "stated") return passStated(facts, { place: reading.place, source }, reading.value.text);
    return checkStatement(facts, context, {
      statement: "window",
      lookedFor: md`Not found: when the effect should show. The configured window is used.`,
    });
  },
});

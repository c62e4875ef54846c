import { z } from "zod";
import { md } from "../markdown/markdown.ts";
import { checkStatement, passStated } from "./check-statement.ts";
import type { Answer } from "./rule.ts";
import { defineRule } from "./rule.ts";

export const namesMetric = defineRule({
  id: "names-metric",
  claim: "names a metric",
  question: "How will we know?",
  missing: "No metric yet",
  why: "A metric named before the merge cannot be chosen to fit afterwards.",
  paste: "Metric: WHAT IS MEASURED, from NOW to TARGET",
  description:
    "Looks for what will be measured to know whether the hypothesis holds, in the hypothesis (`we will know when METRIC " +
    "moves from BASELINE to TARGET`) or in a `Metric:` line.",
  subjects: ["pull_request", "problem"],
  defaultLevel: "note",
  levelOnProblems: "advise",
  options: z.strictObject({}),
  check(facts, _options, context) {
    const { reading, source } = facts.statements.metric;
    // The metric, not the line that is quoted: in a hypothesis, that line says more.
    if (reading.grade === "stated") return passStated(facts, { place: reading.place, source }, reading.value);
    if (facts.kind === "problem" && facts.statements.hypothesis.reading.grade !== "stated") return nothingToMeasure;
    if (facts.kind === "problem" && facts.issue.fromOurForm && reading.grade === "hollow") return leftOpen;
    return checkStatement(facts, context, {
      statement: "metric",
      lookedFor: md`Not found: what will be measured.`,
    });
  },
});

const nothingToMeasure: Answer = { outcome: "skip", found: md`Not asked: there is no hypothesis yet to be measured.` };

/** Our form says to leave it empty while nobody can say. */
const leftOpen: Answer = { outcome: "skip", found: md`Not asked again: the form asks for it, and it was left open.` };

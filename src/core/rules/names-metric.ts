import { z } from "zod";
import { md } from "../markdown/markdown.ts";
import { checkStatement } from "./check-statement.ts";
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
  subjects: ["pull_request"],
  defaultLevel: "note",
  options: z.strictObject({}),
  check(facts) {
    const hypothesis = facts.statements.hypothesis.reading;
    if (
      facts.statements.metric.reading.grade !== "stated" &&
      hypothesis.grade === "stated" &&
      hypothesis.value.metric
    ) {
      return { outcome: "pass", found: md`In the hypothesis: ${hypothesis.value.metric}` };
    }
    return checkStatement(facts, "metric", md`Not found: what will be measured.`);
  },
});

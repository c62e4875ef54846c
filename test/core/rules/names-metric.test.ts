import { expect, test } from "vitest";
import { hypothesis, issue, link, nothingStated, place, pullRequestFacts, stated } from "../../support/facts.ts";
import { ask } from "./ask.ts";
import { testStatementRule } from "./statement-rule.ts";

testStatementRule("names-metric", "metric");

const measured = hypothesis("We believe ...", { metric: "refunds a week" });

test("a metric within the hypothesis passes, with the place of the hypothesis", () => {
  expect(ask("names-metric", pullRequestFacts({ says: { hypothesis: measured } }))).toBe(
    "pass: In the hypothesis under `Hypothesis`: `refunds a week`",
  );
});

test("a metric within an inherited hypothesis passes, and says whose it is", () => {
  const problem = issue("#12", { statements: { ...nothingStated, hypothesis: measured } });
  expect(ask("names-metric", pullRequestFacts({ links: [link(problem)] }))).toBe(
    "pass: In the hypothesis in #12 under `Hypothesis`: `refunds a week`",
  );
});

test("a metric of its own line comes before the one in the hypothesis", () => {
  const metric = stated("support tickets", place("Metric", "field"));
  expect(ask("names-metric", pullRequestFacts({ says: { hypothesis: measured, metric } }))).toBe(
    "pass: Stated at `Metric`: `support tickets`",
  );
});

test("a hypothesis without a metric does not name one", () => {
  expect(ask("names-metric", pullRequestFacts({ says: { hypothesis: hypothesis("We believe ...") } }))).toBe(
    "fail: Not found: what will be measured.",
  );
});

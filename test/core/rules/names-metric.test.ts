import { expect, test } from "vitest";
import { hypothesis, issue, link, nothingStated, place, pullRequestFacts } from "../../support/facts.ts";
import { ask } from "./ask.ts";
import { testStatementRule } from "./statement-rule.ts";

testStatementRule("names-metric", "metric");

/** As a text is read whose hypothesis names the metric. */
const measured = {
  metric: { grade: "stated", value: "refunds a week", quote: "We believe ...", place: place("Hypothesis") },
} as const;

test("a metric within the hypothesis passes, with the place of the hypothesis, and is quoted alone", () => {
  expect(ask("names-metric", pullRequestFacts({ says: measured }))).toBe(
    "pass: Stated under `Hypothesis`: `refunds a week`",
  );
});

test("a metric within an inherited hypothesis passes, and says whose it is", () => {
  const problem = issue("#12", { statements: { ...nothingStated, ...measured } });
  expect(ask("names-metric", pullRequestFacts({ links: [link(problem)] }))).toBe(
    "pass: Stated in #12 under `Hypothesis`: `refunds a week`",
  );
});

test("a hypothesis without a metric does not name one", () => {
  expect(ask("names-metric", pullRequestFacts({ says: { hypothesis: hypothesis("We believe ...") } }))).toBe(
    "fail: Not found: what will be measured.",
  );
});

import { expect, test } from "vitest";
import { issue, nothingStated, problemFacts, stated } from "../../support/facts.ts";
import { ask } from "./ask.ts";
import { testStatementRule } from "./statement-rule.ts";

testStatementRule("states-problem", "problem");

test("an issue that is a problem is asked for it as well", () => {
  const good = issue("#12", { statements: { ...nothingStated, problem: stated("40 tickets") } });
  expect(ask("states-problem", problemFacts(good))).toBe("pass: Stated under `Problem`: `40 tickets`");
  expect(ask("states-problem", problemFacts(issue("#12")))).toMatch(/^fail: Not found/);
});

test.each([
  [
    "solution-only",
    "What stands in the title says what to build, not yet what users cannot do today: `Add dark mode`.",
  ],
  [
    "internal",
    "What stands in the title is a trouble of the project's own work, not of somebody who uses the software: `Add dark mode`.",
  ],
] as const)("an issue with a problem that is %s is told what it says instead", (grade, found) => {
  const problem = { grade, quote: "Add dark mode", place: { kind: "title", name: "Add dark mode", line: 1 } } as const;
  const facts = problemFacts(issue("#12", { statements: { ...nothingStated, problem } }));
  expect(ask("states-problem", facts)).toBe(`fail: ${found}`);
});

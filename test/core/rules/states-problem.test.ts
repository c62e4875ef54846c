import { expect, test } from "vitest";
import { resolveProblem } from "../../../src/core/facts/resolve-statements.ts";
import type { Place } from "../../../src/core/statements/statements.ts";
import {
  hollow,
  issue,
  link,
  nothingStated,
  place,
  problemFacts,
  pullRequestFacts,
  stated,
} from "../../support/facts.ts";
import { answerOf, ask } from "./ask.ts";
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

test("an issue that only names a solution is asked what users cannot do today; a change that links to it is not", () => {
  const problem = { grade: "solution-only", quote: "Add dark mode", place: place("Add dark mode", "title") } as const;
  const subject = issue("#12", { statements: { ...nothingStated, problem } });
  expect(answerOf("states-problem", problemFacts(subject)).ask?.question).toBe("What can users not do today?");
  expect(answerOf("states-problem", pullRequestFacts({ links: [link(subject)] })).ask).toBeUndefined();
});

test("who has the problem is asked only where a place for it stands empty", () => {
  const who = hollow("_No response_", place("Who has this problem?"));
  const says = { ...nothingStated, problem: stated("People wait") };
  const asked = answerOf("states-problem", problemFacts(issue("#12", { statements: { ...says, who } })));
  expect(asked).toMatchObject({ outcome: "fail", ask: { question: "Who has this problem?", paste: "Who: WHO" } });
  expect(ask("states-problem", problemFacts(issue("#12", { statements: says })))).toMatch(/^pass/);
  expect(ask("states-problem", pullRequestFacts({ says: { ...says, who } }))).toMatch(/^pass/);
});

function answeredBelow(at: Place): string {
  const statements = resolveProblem(nothingStated, [{ ...nothingStated, problem: stated("People wait", at) }]);
  return ask("states-problem", problemFacts(issue("#12"), { statements }));
}

test("what the author said below is told to stand there", () => {
  const there = "pass: Stated in a comment by the author";
  expect(answeredBelow(place("People", "line"))).toBe(`${there}: \`People wait\``);
  expect(answeredBelow(place("Problem:", "field"))).toBe(`${there} at \`Problem:\`: \`People wait\``);
});

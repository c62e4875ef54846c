import { expect, test } from "vitest";
import type { ProblemFacts } from "../../../src/core/facts/facts.ts";
import type { Issue } from "../../../src/core/facts/issue.ts";
import { desireProblem } from "../../../src/core/plan/desire-problem.ts";
import { nothingSaid } from "../../../src/core/facts/said.ts";
import { evaluateProblem } from "../../../src/core/verdict/evaluate.ts";
import { issue, minutesAgo, noon, nothingStated, problemFacts, settings, stated } from "../../support/facts.ts";

interface Case {
  readonly subject?: Partial<Issue>;
  readonly facts?: Partial<ProblemFacts>;
  readonly written?: unknown;
}

function desire({ subject = {}, facts = {}, written = {} }: Case) {
  const configured = settings(written);
  const problem = problemFacts(issue("#12", subject), facts);
  return desireProblem(problem, evaluateProblem(problem, configured), configured);
}

const { repository } = problemFacts(issue("#12"));
const statements = { ...nothingStated, problem: stated("People wait") };
const whole = { ...statements, evidence: stated("40 tickets") };

test("a problem without a statement is asked for it first, after the grace", () => {
  expect(desire({}).comment).toMatchObject({
    kind: "shown",
    body: expect.stringContaining("What is the user's actual problem?"),
    from: minutesAgo(58),
  });
});

test("a problem that is stated is asked for evidence", () => {
  expect(desire({ subject: { statements } }).comment).toMatchObject({
    body: expect.stringContaining("How do we know?"),
  });
});

test("a problem is left as it is while GitHub does not say whether a command on it counts, and looked at again", () => {
  const desired = desire({ facts: { said: { ...nothingSaid, undetermined: true } } });
  expect(desired.comment).toEqual({ kind: "as-it-is" });
  expect(desired.retryAt?.getTime()).toBeGreaterThan(noon.getTime());
});

test.each<[string, Case, string]>([
  ["is settled when it is whole", { subject: { statements: whole } }, "settled"],
  ["is left as it is when it is closed", { subject: { state: "closed" } }, "as-it-is"],
  ["is left as it is where comments are switched off", { written: { comments: { when: "never" } } }, "as-it-is"],
  [
    "is not asked for what is off",
    { subject: { statements }, written: { rules: { "gives-evidence": { level: "off" } } } },
    "settled",
  ],
  [
    "is left in peace on adoption day",
    { facts: { repository: { ...repository, configuredAt: minutesAgo(30) } } },
    "as-it-is",
  ],
])("a problem %s", (_title, ...[of, kind]) => {
  expect(desire(of).comment.kind).toBe(kind);
});

test("an issue has no check and no label of ours", () => {
  expect(desire({})).toMatchObject({ checkRun: { kind: "as-it-is" }, labels: [], retryAt: null });
});

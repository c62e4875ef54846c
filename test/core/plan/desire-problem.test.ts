import { expect, test } from "vitest";
import type { ProblemFacts } from "../../../src/core/facts/facts.ts";
import type { Issue } from "../../../src/core/facts/issue.ts";
import { desireProblem } from "../../../src/core/plan/desire-problem.ts";
import { nothingSaid } from "../../../src/core/facts/said.ts";
import type { Statements } from "../../../src/core/statements/statements.ts";
import { evaluateProblem } from "../../../src/core/verdict/evaluate.ts";
import {
  hollow,
  hypothesis,
  issue,
  minutesAgo,
  noon,
  nothingStated,
  place,
  problemFacts,
  settings,
  stated,
} from "../../support/facts.ts";

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
const known = { ...statements, evidence: stated("40 tickets") };
const believed = { ...known, hypothesis: hypothesis("We believe a clock will help") };
const whole = { ...believed, metric: stated("minutes in the queue") };
const solution = { grade: "solution-only", quote: "Add dark mode", place: place("Add dark mode", "title") } as const;
const requiring = { mode: "require" };

const absent = { grade: "absent" } as const;
const themes = (level: string) => ({
  themes: [{ name: "Speed", label: "speed" }],
  rules: { "fits-theme": { level } },
});
const leftOpen = hollow("_No response_");

test.each<[string, Partial<Statements>, string]>([
  ["who has it, where that was left empty", { ...whole, who: hollow("_No response_") }, "Who has this problem?"],
  ["what happens", { evidence: whole.evidence, metric: whole.metric }, "What is the user's actual problem?"],
  ["what users cannot do today, where it names a solution", { problem: solution }, "What can users not do today?"],
  ["evidence", statements, "How do we know?"],
  ["a hypothesis", known, "What do we believe would help?"],
  ["a metric", believed, "How will we know?"],
])("a problem is asked for the first part that is missing: %s", (_part, says, question) => {
  const subject = { statements: { ...nothingStated, ...says } };
  const heading = expect.stringContaining(`### ${question}\n`);
  expect(desire({ subject }).comment).toMatchObject({ body: heading });
  expect(desire({ subject, written: requiring }).comment).toMatchObject({ body: heading });
});

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
  ["is asked nothing more once it is closed", { subject: { state: "closed" } }, "settled"],
  ["is left as it is where comments are switched off", { written: { comments: { when: "never" } } }, "as-it-is"],
  [
    "is not asked for what is off",
    {
      subject: { statements: { ...whole, evidence: absent } },
      written: { rules: { "gives-evidence": { level: "off" } } },
    },
    "settled",
  ],
  [
    "is not asked for a hypothesis where only changes are",
    { subject: { statements: known }, written: { rules: { "states-hypothesis": { problems: "skip" } } } },
    "settled",
  ],
  ["is not asked for a hypothesis when it is a bug", { subject: { statements: known, labels: ["Bug"] } }, "settled"],
  [
    "is not asked again for the hypothesis that our form asked for",
    { subject: { statements: { ...known, hypothesis: leftOpen }, fromOurForm: true } },
    "settled",
  ],
  [
    "is not asked again for the metric that our form asked for",
    { subject: { statements: { ...believed, metric: leftOpen }, fromOurForm: true } },
    "settled",
  ],
  [
    "is asked for the hypothesis that another form asked for",
    { subject: { statements: { ...known, hypothesis: leftOpen } } },
    "shown",
  ],
  ["is not asked for what is only noted", { subject: { statements: whole }, written: themes("note") }, "settled"],
  ["is asked for a theme where one is advised", { subject: { statements: whole }, written: themes("advise") }, "shown"],
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

import { z } from "zod";
import type { Facts } from "../facts/facts.ts";
import type { Issue } from "../facts/issue.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { checkStatement } from "./check-statement.ts";
import { describePlace, describeReference } from "./describe.ts";
import type { Answer, RuleContext } from "./rule.ts";
import { defineRule } from "./rule.ts";

const options = z.strictObject({
  bug_labels: z.array(z.string()).default(["bug"]).meta({
    description: "A linked issue with one of these labels makes the change a bug fix, of which no hypothesis is asked.",
  }),
  bug_types: z.array(z.string()).default(["Bug"]).meta({
    description: "A linked issue of one of these types makes the change a bug fix, of which no hypothesis is asked.",
  }),
  problems: z.enum(["ask", "skip"]).default("ask").meta({
    description:
      "`skip`: an issue that is a problem is not asked for a hypothesis, nor for a metric; only changes are.",
  }),
});

export const statesHypothesis = defineRule({
  id: "states-hypothesis",
  claim: "states a hypothesis",
  question: "What do we believe this will do for users?",
  missing: "No hypothesis yet",
  why: "A claim that could turn out false is one that somebody can check later.",
  paste: "We believe CHANGE for WHO will EFFECT because REASON.",
  description:
    "Looks for a claim that can turn out false: we believe CHANGE for WHO will EFFECT because REASON. `Exploring: " +
    "QUESTION` passes as well. Not asked of bugs and their fixes, whose claim is implied: it no longer happens; nor of a " +
    "problem from our form whose place for it was left open.",
  subjects: ["pull_request", "problem"],
  defaultLevel: "advise",
  levelOnProblems: "advise",
  options,
  check(facts, settings, context) {
    const exploration = facts.statements.exploration.reading;
    if (exploration.grade === "stated") {
      return { outcome: "pass", found: md`An exploration, ${describePlace(exploration.place)}: ${exploration.quote}` };
    }
    const { reading } = facts.statements.hypothesis;
    if (reading.grade !== "stated" && isBugFix(facts, context, settings)) return bugFix(facts, context);
    if (facts.kind === "problem" && reading.grade !== "stated") {
      if (settings.problems === "skip") return onlyOfChanges;
      if (facts.issue.fromOurForm && reading.grade === "hollow") return leftOpen;
    }
    const answer = checkStatement(facts, context, { statement: "hypothesis", lookedFor: describeStart(facts) });
    return facts.kind === "problem" ? { ...answer, ask: { question: "What do we believe would help?" } } : answer;
  },
});

/** A result that is named in passing is half of a hypothesis; what is missing is that it could turn out false. */
function describeStart({ kind, statements: { effect } }: Facts): Markdown {
  if (effect.reading.grade !== "stated") {
    const what = kind === "problem" ? md`which change would help, and what it` : md`what this change`;
    return md`Not found: a sentence that says ${what} is believed to do for users.`;
  }
  const { quote } = effect.reading;
  return md`The text names a result for users: ${quote}. That is a start: as a hypothesis it says what could turn out false.`;
}

function isBugFix(facts: Facts, context: RuleContext, settings: z.output<typeof options>): boolean {
  const issue = bugOf(facts, context);
  if (issue === null) return false;
  const { labels, type } = issue;
  return (
    labels.some((label) => includes(settings.bug_labels, label)) ||
    (type !== null && includes(settings.bug_types, type))
  );
}

/** The issue that may be a bug: the one that is asked itself, or the linked one. */
function bugOf(facts: Facts, { problem }: RuleContext): Issue | null {
  if (facts.kind === "problem") return facts.issue;
  const target = problem?.link.target;
  return target?.kind === "found" ? target.issue : null;
}

function includes(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}

function bugFix(facts: Facts, { problem }: RuleContext): Answer {
  const linked = problem === null ? md`the linked issue` : describeReference(problem.link.reference, facts);
  const bug = facts.kind === "problem" ? md`this` : linked;
  return { outcome: "skip", found: md`Not asked: ${bug} is a bug, and the claim is that it no longer happens.` };
}

const onlyOfChanges: Answer = { outcome: "skip", found: md`Not asked of problems here, only of changes.` };

/** Our form says to leave it empty while nobody can say: asking once more would be the second time. */
const leftOpen: Answer = { outcome: "skip", found: md`Not asked again: the form asks for it, and it was left open.` };

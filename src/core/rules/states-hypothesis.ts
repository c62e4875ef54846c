import { z } from "zod";
import type { Facts } from "../facts/facts.ts";
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
    "QUESTION` passes as well. Not asked of bug fixes, whose claim is implied: it no longer happens.",
  subjects: ["pull_request"],
  defaultLevel: "advise",
  options,
  check(facts, settings, context) {
    const exploration = facts.statements.exploration.reading;
    if (exploration.grade === "stated") {
      return { outcome: "pass", found: md`An exploration, ${describePlace(exploration.place)}: ${exploration.quote}` };
    }
    if (facts.statements.hypothesis.reading.grade !== "stated" && isBugFix(context, settings))
      return bugFix(facts, context);
    return checkStatement(facts, context, { statement: "hypothesis", lookedFor: describeStart(facts) });
  },
});

/** A result that is named in passing is half of a hypothesis; what is missing is that it could turn out false. */
function describeStart({ statements: { effect } }: Facts): Markdown {
  if (effect.reading.grade !== "stated") {
    return md`Not found: a sentence that says what this change is believed to do for users.`;
  }
  const { quote } = effect.reading;
  return md`The text names a result for users: ${quote}. That is a start: as a hypothesis it says what could turn out false.`;
}

function isBugFix({ problem }: RuleContext, settings: z.output<typeof options>): boolean {
  const target = problem?.link.target;
  if (target?.kind !== "found") return false;
  const { labels, type } = target.issue;
  return (
    labels.some((label) => includes(settings.bug_labels, label)) ||
    (type !== null && includes(settings.bug_types, type))
  );
}

function includes(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}

function bugFix(facts: Facts, { problem }: RuleContext): Answer {
  const bug = problem === null ? md`the linked issue` : describeReference(problem.link.reference, facts);
  return { outcome: "skip", found: md`Not asked: ${bug} is a bug, and the claim is that it no longer happens.` };
}

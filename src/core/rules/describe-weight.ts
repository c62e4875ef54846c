import type { Facts } from "../facts/facts.ts";
import type { Issue } from "../facts/issue.ts";
import type { Weight } from "../facts/weight.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { quoteReference } from "./describe.ts";
import type { RuleContext } from "./rule.ts";

/** "Behind this problem: 14 reactions, 5 people, 2 duplicates."; null where nothing stands behind it. */
export function describeWeight(facts: Facts, { problem }: Pick<RuleContext, "problem">): Markdown | null {
  const issue = facts.kind === "problem" ? facts.issue : problem?.issue;
  if (issue === undefined) return null;
  const counts = countsOf(issue.weight);
  if (counts.length === 0) return null;
  return md`Behind ${nameOf(issue, facts)}: ${{ markdown: counts.join(", ") }}.`;
}

function nameOf({ reference }: Issue, facts: Facts): Markdown {
  return facts.kind === "problem" ? md`this problem` : quoteReference(reference, facts);
}

/** The author alone is nobody who joined in. */
function countsOf({ reactions, people, duplicates, feedback }: Weight): readonly string[] {
  return [
    count(reactions, ["reaction", "reactions"]),
    count(people > 1 ? people : 0, ["person", "people"]),
    count(duplicates, ["duplicate", "duplicates"]),
    count(feedback, ["piece of feedback", "pieces of feedback"]),
  ].flat();
}

function count(number: number, [one, many]: readonly [string, string]): readonly string[] {
  return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
}

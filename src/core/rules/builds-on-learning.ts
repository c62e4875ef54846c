import { z } from "zod";
import type { PullRequestFacts } from "../facts/facts.ts";
import type { Learning } from "../facts/learning.ts";
import { quoteOf } from "../markdown/line.ts";
import { join, md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { endSentence, quoteReference } from "./describe.ts";
import type { Answer } from "./rule.ts";
import { defineRule } from "./rule.ts";

export const buildsOnLearning = defineRule({
  id: "builds-on-learning",
  claim: "builds on what was learned",
  question: "What was learned before, and what is different now?",
  missing: "What was learned before is not taken up yet",
  why: "Somebody tried to solve this problem before and found out what does not help.",
  paste: null,
  description:
    "Looks at the linked problem and its parents for the label of an invalidated hypothesis (`labels.invalidated`), and " +
    "shows what was learned: the latest `/outcome invalidated NOTE`, on that problem or on a pull request that was merged " +
    "for it, by somebody with write access or who wrote one of those, in a comment that nobody edited or hid. Passes where the pull request's own text takes it up: with a quote of the note, a link " +
    "to that comment, or a link to a merged pull request that worked on the problem. Nothing is shown where no linked " +
    "problem has the label, nor once the pull request is merged.",
  subjects: ["pull_request"],
  defaultLevel: "note",
  options: z.strictObject({}),
  check(facts) {
    if (facts.kind !== "pull_request" || facts.learnings.length === 0) return null;
    const answers = facts.learnings.map((learning) => answerFor(learning, facts));
    // The one that is not taken up is told; it stands for all.
    return (
      answers.find(({ outcome }) => outcome === "fail") ??
      answers.find(({ outcome }) => outcome === "unknown") ??
      answers[0] ??
      null
    );
  },
});

function answerFor(learning: Learning, facts: PullRequestFacts): Answer {
  const found = md`An earlier hypothesis on ${quoteReference(learning.problem, facts)} was invalidated${describeTold(learning)}`;
  if (learning.takenUp !== null)
    return { outcome: "pass", found: md`${endSentence(found)} Taken up here: ${learning.takenUp}` };
  if (learning.told.kind === "unanswered") return { outcome: "unknown", found, retry: true };
  const ways = waysToTakeUp(learning, facts);
  // Where nothing is known of it but that it was, there is nothing to build on.
  return ways.length === 0 ? { outcome: "pass", found } : { outcome: "fail", found, fix: describeWays(ways) };
}

function describeTold({ told }: Learning): Markdown {
  switch (told.kind) {
    case "told":
      return md`: ${quoteOf(told.note)}`;
    case "untold":
      return md`. What was learned is not written there.`;
    case "unanswered":
      return md`. GitHub did not answer for what was learned; it is asked again.`;
  }
}

/** How many earlier pull requests are named. */
const mostTried = 3;

function waysToTakeUp({ told, tried }: Learning, facts: PullRequestFacts): readonly Markdown[] {
  const links = tried.slice(0, mostTried).map((reference) => quoteReference(reference, facts));
  return [
    ...(told.kind === "told" ? [md`a quote of what was learned`] : []),
    ...(links.length === 0 ? [] : [md`a link to ${join(links, " or ")}`]),
  ];
}

function describeWays(ways: readonly Markdown[]): Markdown {
  return md`${join(ways, " or ")} into the description, and what is different now.`;
}

import { byStrictness } from "../verdict/strictness.ts";
import type { CheckRunContent } from "./check-run.ts";
import { cutToSize } from "./cut.ts";

/** What the check of one open pull request would say if its head were its own. */
export interface Answer {
  readonly number: number;
  readonly content: CheckRunContent;
}

/** A commit's open pull requests, and those that were merged from it and whose records stand in its check. */
export interface SharedHead {
  readonly answers: readonly [Answer, ...Answer[]];
  readonly merged: readonly number[];
}

/**
 * The one check of a commit that is the head of several pull requests: GitHub shows the newest run of a commit for all
 * of them, so that the answer of one would pass for the answer of another. The same for whichever of them asks.
 */
export function renderSharedHead({ answers, merged }: SharedHead): CheckRunContent {
  const shown = strictestOf(answers);
  const words = [...describeAnswers(answers, shown, merged), ...describeMerged(merged)];
  if (words.length === 0) return shown.content;
  return { ...shown.content, summary: cutToSize(`${words.join(" ")}\n\n${shown.content.summary}`) };
}

/** For more pull requests of one commit than are compared: what is not known does not pass where rules are required. */
export function renderCrowdedHead(numbers: readonly number[], policy: "advises" | "requires"): CheckRunContent {
  return {
    conclusion: policy === "requires" ? "action_required" : "neutral",
    title: "Too many open pull requests share this commit",
    summary:
      `This commit is the head of ${listNumbers(numbers)}. GitHub shows one check for all of them, and so many are ` +
      "not compared. Push a commit to the branch that is to be merged, or close what is not needed.",
    text: "",
  };
}

function strictestOf([first, ...others]: readonly [Answer, ...Answer[]]): Answer {
  return others.reduce((strictest, one) => (compare(one, strictest) < 0 ? one : strictest), first);
}

/** Of equally strict ones, the oldest pull request: every job must choose the same. */
function compare(a: Answer, b: Answer): number {
  return byStrictness(a.content.conclusion, b.content.conclusion) || a.number - b.number;
}

function describeAnswers(answers: readonly Answer[], shown: Answer, merged: readonly number[]): readonly string[] {
  if (answers.length > 1) {
    const numbers = listNumbers(answers.map(({ number }) => number));
    return [`This commit is the head of ${numbers}; the strictest answer is shown, that of #${shown.number}.`];
  }
  return merged.length === 0 ? [] : [`The answer shown is that of #${shown.number}.`];
}

function describeMerged(merged: readonly number[]): readonly string[] {
  if (merged.length === 0) return [];
  return [`With the same head, ${listNumbers(merged)} was merged before; what was recorded then stands below.`];
}

function listNumbers(numbers: readonly number[]): string {
  const words = numbers.toSorted((a, b) => a - b).map((number) => `#${number}`);
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}

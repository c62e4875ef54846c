import type { Candidate } from "../candidates/rank-problems.ts";
import { md } from "../markdown/markdown.ts";

/**
 * Problems that may be the one, each as the line to paste. A number in code is no reference, so that the problems are not
 * told that somebody may have meant them.
 */
export function renderCandidates(candidates: readonly Candidate[]): string | null {
  if (candidates.length === 0) return null;
  const lines = candidates.map(({ number, title }) => md`- ${`Part of #${number}`}: ${title}`.markdown);
  return `${candidates.length === 1 ? lead.one : lead.several}\n\n${lines.join("\n")}`;
}

const lead = {
  one: "This open problem looks related, by its words. If it is the one, put its line into the description:",
  several: "These open problems look related, by their words. If one of them is it, put its line into the description:",
};

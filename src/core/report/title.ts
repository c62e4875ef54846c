import type { PullRequestFacts } from "../facts/facts.ts";
import { isUnreadable } from "../facts/link.ts";
import { formatReference } from "../facts/reference.ts";
import { makeRecord, windowDays } from "../follow-up/record.ts";
import type { Finding, Verdict } from "../verdict/verdict.ts";
import { decisive } from "../verdict/verdict.ts";
import { formatDay } from "./dates.ts";
import type { ReportSettings } from "./report-settings.ts";

/** Merged work with this verdict gets a follow-up. */
export function isLinked(verdict: Verdict): boolean {
  if (verdict.kind !== "judged") return false;
  if (verdict.problem !== null) return true;
  return verdict.findings.some(({ rule, outcome }) => rule === "links-problem" && outcome === "pass");
}

/** It was asked for a problem, and is not followed up. */
export function isMergedUnlinked({ pullRequest }: PullRequestFacts, verdict: Verdict): boolean {
  return pullRequest.state === "merged" && verdict.kind === "judged" && !isLinked(verdict);
}

/** The check in one breath. Only our own words, numbers and references: a title is where a stranger's text is seen first. */
export function titleOf(facts: PullRequestFacts, verdict: Verdict, settings: ReportSettings): string {
  switch (verdict.kind) {
    case "exempt":
      return `Not asked: ${verdict.title}`;
    case "opted-out":
      return "Opted out, with a reason";
    case "judged":
      return judgedTitle(facts, verdict, settings);
  }
}

/** How a title ends while GitHub has not answered for a part. */
export const askedAgain = "it is asked again";

/** What stands in a title before the day of a follow-up. */
export const afterwards = ", follow-up ";

type Judged = Verdict & { kind: "judged" };

function judgedTitle(facts: PullRequestFacts, verdict: Judged, settings: ReportSettings): string {
  if (isMergedUnlinked(facts, verdict)) return "Merged without a linked problem: nothing is followed up";
  const linked = linkedTo(facts, verdict);
  const first = decisive(verdict.findings);
  if (first?.outcome === "unknown") return undeterminedTitle(first, facts);
  if (first !== null) {
    const words = first.words.missing;
    return linked === null ? words : `${linked}; ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  }
  return linked === null ? "Nothing is missing" : `${linked}${afterwards}${followUp(facts, verdict, settings)}`;
}

function undeterminedTitle({ retry }: Finding, { links }: PullRequestFacts): string {
  if (retry === true) {
    const what = links.some(({ target }) => target.kind === "unreachable") ? "a link" : "a role";
    return `GitHub did not answer for ${what}; ${askedAgain}`;
  }
  return links.some(({ target }) => isUnreadable(target))
    ? "The linked problem could not be read here"
    : "None of the first 20 links is a problem";
}

function linkedTo(facts: PullRequestFacts, verdict: Judged): string | null {
  if (verdict.problem !== null)
    return `Linked to ${formatReference(verdict.problem.issue.reference, facts.repository)}`;
  return isLinked(verdict) ? "Linked" : null;
}

function followUp(facts: PullRequestFacts, verdict: Judged, settings: ReportSettings): string {
  if (facts.pullRequest.state === "merged") {
    const { due_at } = makeRecord(facts, verdict.problem, settings);
    if (due_at !== null) return `due ${formatDay(new Date(due_at), settings.follow_up.time_zone)}`;
  }
  const days = windowDays(facts, settings.follow_up);
  return `${days} ${days === 1 ? "day" : "days"} after ${settings.follow_up.start}`;
}

import type { ProblemFacts } from "../facts/facts.ts";
import { renderProblemComment } from "../report/comment.ts";
import type { ReportSettings } from "../report/report-settings.ts";
import type { Finding } from "../verdict/verdict.ts";
import { askAgainAt } from "./ask-again.ts";
import type { Desired, DesiredComment } from "./desired.ts";
import { untouched } from "./desired.ts";

/** How an issue that is a problem should look: one comment while it is open and a part is missing. */
export function desireProblem(facts: ProblemFacts, findings: readonly Finding[], settings: ReportSettings): Desired {
  // Whether somebody may say what they said in a comment is not known: neither missing nor there.
  if (facts.said.undetermined) return { ...untouched, retryAt: askAgainAt(facts.now, facts.now) };
  return { ...untouched, comment: desireComment(facts, findings, settings) };
}

function desireComment(facts: ProblemFacts, findings: readonly Finding[], settings: ReportSettings): DesiredComment {
  if (settings.comments.when === "never") return { kind: "as-it-is" };
  // Done, declined, a duplicate: whatever was decided about it, nothing more is asked.
  if (facts.issue.state === "closed") return { kind: "settled" };
  const missing = findings.find(({ outcome, level }) => outcome === "fail" && level !== "note");
  if (missing === undefined) return { kind: "settled" };
  const { configuredAt } = facts.repository;
  if (configuredAt !== null && facts.touchedAt < configuredAt) return { kind: "as-it-is" };
  const from = new Date(facts.touchedAt.getTime() + settings.comments.grace.milliseconds);
  return { kind: "shown", body: renderProblemComment(missing), from };
}

import type { Candidate } from "../candidates/rank-problems.ts";
import type { PullRequestFacts } from "../facts/facts.ts";
import type { Label } from "../follow-up/labels.ts";
import { labelKeys } from "../follow-up/labels.ts";
import { renderCheckRun } from "../report/check-run.ts";
import { renderPullRequestComment, renderSettledComment } from "../report/comment.ts";
import type { ReportSettings } from "../report/report-settings.ts";
import { isLinked, titleOf } from "../report/title.ts";
import { whoMayOptOut } from "../verdict/policy.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { firstMissing, firstUnknown } from "../verdict/verdict.ts";
import { askAgainAt } from "./ask-again.ts";
import type { Desired, DesiredComment } from "./desired.ts";
import { untouched } from "./desired.ts";

interface Settings extends ReportSettings {
  /** Open problems that the pull request may be about; none where nobody looked for any. */
  readonly candidates?: readonly Candidate[];
}

/** How a pull request should look, by its verdict. */
export function desirePullRequest(facts: PullRequestFacts, verdict: Verdict, settings: Settings): Desired {
  const { state, headSha } = facts.pullRequest;
  switch (state) {
    case "closed":
      return untouched;
    case "merged":
      return wasMergedBeforeAdoption(facts) ? untouched : desireMerged(facts, verdict, settings);
    case "open":
      return {
        checkRun: { kind: "set", headSha, content: renderCheckRun(facts, verdict, settings) },
        comment: desireComment(facts, verdict, settings),
        labels: [],
        retryAt: retryAtOf(facts, verdict),
      };
  }
}

/**
 * Linked work is followed up, and of an opt-out the reason is kept; what was missing at the merge is left as it stands, but
 * for a promise that nobody keeps: a link may be taken away while GitHub fails.
 */
function desireMerged(facts: PullRequestFacts, verdict: Verdict, settings: ReportSettings): Desired {
  const retryAt = retryAtOf(facts, verdict);
  // Nobody takes it off again where it turns out that nothing was asked.
  const labels = isLinked(verdict) && !isUndetermined(verdict) ? pendingLabel(facts, settings) : [];
  // What GitHub did not answer for may hold the link or the hypothesis, and a record is written once: it waits.
  if (retryAt !== null) return { ...untouched, labels, retryAt };
  const rest = { ...untouched, comment: onlyHidden(desireComment(facts, verdict, settings)), labels };
  const { headSha } = facts.pullRequest;
  const content = renderCheckRun(facts, verdict, settings);
  return isLinked(verdict) || verdict.kind === "opted-out"
    ? { ...rest, checkRun: { kind: "record", headSha, content } }
    : { ...rest, checkRun: { kind: "instead-of-promise", headSha, content } };
}

/** What was answered just before the merge may be asked there still; nothing new is asked of what is merged. */
function onlyHidden(comment: DesiredComment): DesiredComment {
  return comment.kind === "settled" ? comment : untouched.comment;
}

/** Once a later state or an outcome is on it, whoever put it there, nothing is pending any more. */
function pendingLabel({ pullRequest }: PullRequestFacts, { labels }: ReportSettings): readonly Label[] {
  const later = new Set(labelKeys.flatMap((key) => (key === "pending" ? [] : [labels[key].name.toLowerCase()])));
  return pullRequest.labels.some((name) => later.has(name.toLowerCase())) ? [] : [labels.pending];
}

function desireComment(facts: PullRequestFacts, verdict: Verdict, settings: Settings): DesiredComment {
  if (settings.comments.when === "never") return { kind: "as-it-is" };
  const from = endOfGrace(facts, settings);
  const missing = verdict.kind === "judged" ? firstMissing(verdict.findings) : null;
  if (missing !== null) {
    if (isFromBeforeAdoption(facts)) return { kind: "as-it-is" };
    const { candidates = [], commands } = settings;
    return {
      kind: "shown",
      body: renderPullRequestComment(missing, { optOut: whoMayOptOut(settings), commands, candidates }),
      from,
    };
  }
  // Neither missing nor there: what stands is left until it is known.
  if (verdict.kind === "judged" && firstUnknown(verdict.findings) !== null) return { kind: "as-it-is" };
  if (settings.comments.when === "always" && verdict.kind === "judged" && !isFromBeforeAdoption(facts)) {
    return { kind: "shown", body: renderSettledComment(titleOf(facts, verdict, settings)), from };
  }
  return { kind: "settled" };
}

function endOfGrace({ pullRequest }: PullRequestFacts, { comments }: ReportSettings): Date {
  const quietSince = Math.max(pullRequest.touchedAt.getTime(), pullRequest.readyAt.getTime());
  return new Date(quietSince + comments.grace.milliseconds);
}

/** Adoption day is silent: older pull requests get no comment until their author edits or pushes. */
function isFromBeforeAdoption({ repository, pullRequest }: PullRequestFacts): boolean {
  return repository.configuredAt !== null && pullRequest.touchedAt < repository.configuredAt;
}

function wasMergedBeforeAdoption({ repository, pullRequest }: PullRequestFacts): boolean {
  const { configuredAt } = repository;
  return configuredAt !== null && pullRequest.mergedAt !== null && pullRequest.mergedAt < configuredAt;
}

/** As if it were the first time: who looks knows since when GitHub has not answered, and may wait longer. */
function retryAtOf(facts: PullRequestFacts, verdict: Verdict): Date | null {
  const unanswered = verdict.kind === "judged" && verdict.findings.some(({ retry }) => retry === true);
  // Also where it passes: what may count may change that.
  const mayChange = isUndetermined(verdict) || facts.said.undetermined || mayBeAboutAnother(facts, verdict);
  return unanswered || mayChange ? askAgainAt(facts.now, facts.now) : null;
}

/** Of several problems the first counts: it may be behind a link that GitHub did not answer for. */
function mayBeAboutAnother({ links }: PullRequestFacts, verdict: Verdict): boolean {
  if (verdict.kind !== "judged") return false;
  const first = links.findIndex((link) => link === verdict.problem?.link);
  const before = first === -1 ? links : links.slice(0, first);
  return before.some(({ target }) => target.kind === "unreachable");
}

function isUndetermined(verdict: Verdict): boolean {
  return verdict.kind === "judged" && verdict.undetermined;
}

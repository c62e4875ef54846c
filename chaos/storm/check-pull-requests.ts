import { latestRuns, suitesFor } from "../../src/sandbox/github/state/checks.ts";
import { hasStickyMarker } from "../../src/core/report/marker.ts";
import type { CheckRun, IssueComment, PullRequest } from "../../src/sandbox/github/state/model.ts";
import { checkAnswers, ownComments } from "./check-answers.ts";
import type { Difference } from "./difference.ts";
import type { Expected, Situation } from "./expect.ts";
import { expect } from "./expect.ts";
import { EXCUSED } from "./policies.ts";
import type { Change, Problem, Stage } from "./stage.ts";
import { isBelieved, standingOf } from "./standing.ts";
import { onCommitOf } from "./twins.ts";

/** A pull request or a problem that does not show what it should. */
export interface Wrong extends Difference {
  readonly about: Change | Problem;
}

const PENDING = "outcome: pending";

/** Every difference between what the simulated GitHub shows and what the tables say that it should (I1-I3). */
export function findWrong(stage: Stage): readonly Wrong[] {
  const changes = stage.shops.flatMap((shop) => shop.changes);
  const problems = stage.shops.flatMap((shop) => shop.problems);
  return [
    ...changes.flatMap((about) => wrongs(stage, about).map((wrong) => ({ about, ...wrong }))),
    ...problems.flatMap((about) => wrongsOfProblem(stage, about).map((wrong) => ({ about, ...wrong }))),
  ];
}

/** None of them calls itself a problem, so that nothing is asked of it: what is asked there is answered, and that is all. */
function wrongsOfProblem(stage: Stage, { issue, remarks }: Problem): readonly Difference[] {
  const several = ownComments(stage, issue).filter(({ body }) => hasStickyMarker(body));
  const found = several.map(({ body }) => headline(body)).join(", ");
  return [
    ...(several.length > 0 ? [{ expected: "no comment on an issue", found }] : []),
    ...checkAnswers(stage, { on: issue, remarks }),
  ];
}

function wrongs(stage: Stage, change: Change): readonly Difference[] {
  const { pullRequest: on, remarks } = change;
  const comments = ownComments(stage, on).filter(({ body }) => hasStickyMarker(body));
  const several = { expected: "at most one comment of ours", found: `${comments.length} comments` };
  const state = stateOf(on);
  return [
    ...(comments.length > 1 ? [several] : []),
    ...(state === "merged" ? checkMerged(change) : checkLabel(change, "absent")),
    ...(state === "open" ? checkOpen(stage, change, comments) : []),
    ...checkAnswers(stage, { on, remarks }),
  ];
}

function stateOf({ state, mergedAt }: PullRequest): "open" | "closed" | "merged" {
  return mergedAt === null ? state : "merged";
}

function checkMerged(change: Change): readonly Difference[] {
  const { links, optsOut } = standingOf(change);
  const isAsked = !isExcused(change.pullRequest) && optsOut === "no";
  return checkLabel(change, isAsked && links.length > 0 ? "there" : "absent");
}

function checkLabel({ pullRequest }: Change, expected: "there" | "absent"): readonly Difference[] {
  const found = pullRequest.labels.some(({ name }) => name === PENDING) ? "there" : "absent";
  return found === expected ? [] : [{ expected: `the label ${PENDING} ${expected}`, found }];
}

function checkOpen(stage: Stage, change: Change, comments: readonly IssueComment[]): readonly Difference[] {
  return [...checkRuns(stage, change, expectOfCommit(change)), ...checkComment(comments, expect(situationOf(change)))];
}

/** What stops a merge first. */
const byStrictness = ["failure", "neutral", "success", "skipped"] as const;

/** A check is its commit's: of several open pull requests it shows the strictest answer, of equal ones the oldest's. */
export function expectOfCommit(change: Change): Expected {
  const answers = onCommitOf(change).map((one) => expect(situationOf(one)));
  const strictest = byStrictness.flatMap((one) => answers.find(({ conclusion }) => conclusion === one) ?? []);
  return strictest[0] ?? expect(situationOf(change));
}

function situationOf(change: Change): Situation {
  const { pullRequest, shop, author } = change;
  const standing = standingOf(change);
  const problems = standing.links.map((problem) => ({
    number: problem.issue.number,
    state: problem.issue.state,
    isBug: problem.issue.labels.some(({ name }) => name === "bug"),
    believes: isBelieved(problem),
  }));
  const excused = pullRequest.draft || isExcused(pullRequest);
  return { ...standing, author, policy: shop.policy, problems, excused };
}

function isExcused({ labels }: PullRequest): boolean {
  return labels.some(({ name }) => name === EXCUSED);
}

function checkRuns(stage: Stage, { pullRequest }: Change, { conclusion, title }: Expected): readonly Difference[] {
  const [run, ...others] = newestOwnRuns(stage, pullRequest);
  const found = run === undefined ? "no check" : `${run.conclusion ?? run.status}: ${run.output.title}`;
  const isRight = run?.conclusion === conclusion && run.output.title?.startsWith(title) === true;
  const named = { expected: "one check of ours", found: `others: ${others.map(({ name }) => name).join(", ")}` };
  return [...(isRight ? [] : [{ expected: `${conclusion}: ${title}`, found }]), ...(others.length > 0 ? [named] : [])];
}

/** The newest of each name on the head: what a required check would take. */
function newestOwnRuns(stage: Stage, { repository, head }: PullRequest): readonly CheckRun[] {
  return suitesFor(repository, head.oid)
    .filter(({ app }) => app.slug === stage.github.state.app.slug)
    .flatMap(latestRuns);
}

function checkComment(comments: readonly IssueComment[], { comment }: Expected): readonly Difference[] {
  const shown = comments.filter(({ minimizedReason }) => minimizedReason === null).map(({ body }) => headline(body));
  const found = shown.length === 0 ? "no comment" : shown.join(", ");
  switch (comment.kind) {
    case "free":
      return [];
    case "quiet":
      return shown.length === 0 ? [] : [{ expected: "no comment", found }];
    case "asks":
      return shown.length === 1 && shown[0] === comment.question
        ? []
        : [{ expected: `the comment: ${comment.question}`, found }];
    default:
      return comment satisfies never;
  }
}

function headline(body: string): string {
  return /^### (.+)$/m.exec(body)?.[1] ?? body.slice(0, 60);
}

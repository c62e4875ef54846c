import type { FoundProblem } from "../core/facts/find-problem.ts";
import { findProblems } from "../core/facts/find-problem.ts";
import type { Issue } from "../core/facts/issue.ts";
import type { Link } from "../core/facts/link.ts";
import type { ProblemScope } from "../core/facts/problem-scope.ts";
import { hasOurLabels } from "../core/facts/problem-scope.ts";
import type { Reference } from "../core/facts/reference.ts";
import { sameReference } from "../core/facts/reference.ts";
import type { Listener } from "./hear-issue.ts";
import { hearIssue } from "./hear-issue.ts";
import type { GitHubReader, Heard, IssueReading } from "./ports.ts";

/** Nobody works on more at once, and each may bring a hundred comments. */
const mostProblems = 5;

/** Links with what stands at their ends. */
export interface LinkedIssues {
  readonly links: readonly Link[];
  readonly readings: readonly IssueReading[];
}

export interface HearingMeans {
  readonly github: Pick<GitHubReader, "readHeard">;
  readonly scope: ProblemScope;
  readonly listener: Listener;
}

export interface HeardProblems {
  readonly links: readonly Link[];
  /** Whether a command may count there or not, because GitHub did not tell the role of who gave it. */
  readonly undetermined: boolean;
}

/**
 * The links with what was said below the problems that they lead to, so that a problem says the same to a pull request as
 * in its own review. Heard are the linked issues and their parents up to the one that counts, in repositories whose
 * issues are reviewed. No request where nobody has commented there, or where the comments came with the issue.
 */
export async function hearProblems({ links, readings }: LinkedIssues, means: HearingMeans): Promise<HeardProblems> {
  const problems = findProblems(links, means.scope).slice(0, mostProblems);
  const wanted = problems.flatMap(lineOf).filter(({ reference }) => hasOurLabels(reference, means.scope));
  const known = readings.filter(
    ({ reference, commentCount }) => commentCount > 0 && includes(wanted.map(toReference), reference),
  );
  if (known.length === 0) return { links, undetermined: false };
  const heard = await readMissing(onceEach(known), means);
  const told = await Promise.all(heard.map(async (one) => ({ ...one, said: await hear(one, means.listener) })));
  const silent = told.flatMap(({ reading, said }) => (said === null ? [reading.reference] : []));
  const issues = told.flatMap(({ said }) => (said === null ? [] : [said.issue]));
  return {
    links: links.map((link) => withTold(link, { issues, silent })),
    undetermined: told.some(({ said }) => said?.undetermined === true),
  };
}

/** The linked issue, and its parents up to the problem. */
function lineOf({ issue, link: { target } }: FoundProblem): readonly Issue[] {
  if (target.kind !== "found") return [];
  const line = [target.issue, ...target.parents];
  return line.slice(0, line.indexOf(issue) + 1);
}

function toReference({ reference }: Issue): Reference {
  return reference;
}

function includes(references: readonly Reference[], wanted: Reference): boolean {
  return references.some((one) => sameReference(one, wanted));
}

function onceEach(readings: readonly IssueReading[]): readonly IssueReading[] {
  const isFirst = ({ reference }: IssueReading, at: number) =>
    readings.findIndex((other) => sameReference(other.reference, reference)) === at;
  return readings.filter(isFirst);
}

interface Listened {
  readonly reading: IssueReading;
  /** Null: GitHub did not answer for it. */
  readonly heard: Heard | null;
}

/** Those whose comments did not come with them, or not all, in one request. The known commands among them come with it. */
async function readMissing(
  readings: readonly IssueReading[],
  { github, listener: { heardIndex } }: HearingMeans,
): Promise<readonly Listened[]> {
  const missing = readings
    .filter((one) => !isWhole(one))
    .map((one) => ({ ...one.reference, standing: () => heardIndex.standing(one) }));
  const answers = missing.length === 0 ? [] : await github.readHeard(missing);
  return readings.map((reading) => {
    const answer = answers.find(({ asked }) => sameReference(asked, reading.reference));
    return { reading, heard: answer === undefined ? (reading.heard ?? null) : answer.heard };
  });
}

function isWhole({ heard }: IssueReading): boolean {
  return heard !== undefined && !heard.isPart;
}

async function hear({ reading, heard }: Listened, listener: Listener) {
  return heard === null ? null : hearIssue(reading, heard, listener);
}

interface Told {
  readonly issues: readonly Issue[];
  readonly silent: readonly Reference[];
}

/** A link whose problem may say more than GitHub told just now is asked for again, as where the issue itself is missing. */
function withTold(link: Link, { issues, silent }: Told): Link {
  const { target } = link;
  if (target.kind !== "found") return link;
  const line = [target.issue, ...target.parents];
  if (line.some(({ reference }) => includes(silent, reference))) return { ...link, target: { kind: "unreachable" } };
  const tell = (issue: Issue) => issues.find(({ reference }) => sameReference(reference, issue.reference)) ?? issue;
  return { ...link, target: { ...target, issue: tell(target.issue), parents: target.parents.map(tell) } };
}

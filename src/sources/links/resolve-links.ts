import { countsUnseen } from "../../core/facts/counts-unseen.ts";
import type { Place } from "../../core/facts/issue.ts";
import { isHidden } from "../../core/facts/issue.ts";
import type { FoundLink, Link, LinkTarget } from "../../core/facts/link.ts";
import type { ProblemPolicy } from "../../core/facts/problem-policy.ts";
import { sameOwner, sameReference } from "../../core/facts/reference.ts";
import type { Reference } from "../../core/facts/reference.ts";
import type { Said } from "../../core/facts/said.ts";
import type { GitHubReader, IssueReading, PullRequestReading, ReferenceReading } from "../ports.ts";
import type { Texts } from "../read-texts.ts";
import { isVisible, visibleLine } from "./visible-line.ts";
import { watchedIssues } from "./watched-issues.ts";
import type { WatchedIssue } from "./watched-issues.ts";

/** References that are looked up for one pull request, development links included. */
const mostReferences = 20;

/** Of them, those below which the comments are read in the same query. */
const mostHeard = 5;

interface Means {
  readonly github: Pick<GitHubReader, "readReferences">;
  readonly texts: Pick<Texts, "readIssue">;
  /** What counts as a problem for a pull request in this state. */
  readonly policy: ProblemPolicy;
  readonly said: Pick<Said, "unlinked">;
}

export interface ResolvedLinks {
  readonly links: readonly Link[];
  /** Every issue whose change may change what stands at their ends. */
  readonly watched: readonly WatchedIssue[];
  /** The issues that stand there and their parents, as they were read: also those that may not be shown here. */
  readonly readings: readonly IssueReading[];
}

/**
 * All links of a pull request with what stands at their ends: those that were said in comments first, then GitHub's own,
 * then the text's in their order. None to what somebody unlinked, under the name that was written or the present one.
 */
export async function resolveLinks(
  reading: PullRequestReading,
  found: readonly FoundLink[],
  means: Means,
): Promise<ResolvedLinks> {
  const isOut = ({ reference }: Pick<FoundLink, "reference">): boolean =>
    [reading.reference, ...means.said.unlinked].some((one) => sameReference(one, reference));
  const all = strongestFirst([...developmentLinks(reading), ...found]).filter((link) => !isOut(link));
  const grouped = groupByReference(all);
  const known = reading.developmentLinks;
  const asked = grouped.slice(0, mostReferences).map(([first]) => first.reference);
  const missing = asked.filter((reference) => findReading(known, reference) === undefined);
  const read =
    missing.length === 0
      ? known
      : [...known, ...(await means.github.readReferences(missing, toBeHeard(reading, missing)))];
  const answered = grouped
    .map((group) => ({ group, answer: findReading(read, group[0].reference) }))
    .filter(({ answer }) => answer?.kind !== "issue" || !isOut(answer.issue));
  return {
    links: answered.map(({ group, answer }) => {
      const target = answer === undefined ? notLookedUp : targetOf(answer, reading, means);
      return { reference: group[0].reference, origins: group.map(({ origin }) => origin), target };
    }),
    // Not what is beyond the number that is looked up: nothing there counts.
    watched: answered.flatMap(({ answer }) => (answer === undefined ? [] : watchedIssues(answer))),
    readings: answered.flatMap(({ answer }) => (answer?.kind === "issue" ? [answer.issue, ...answer.parents] : [])),
  };
}

/** Those of other owners are nobody's problems under review; and a hundred comments may be much to read. */
function toBeHeard({ repository }: PullRequestReading, references: readonly Reference[]): readonly Reference[] {
  return references.filter((one) => sameOwner(one, repository)).slice(0, mostHeard);
}

/** What somebody said of this pull request alone stands before what may have been a link to GitHub's own work list. */
function strongestFirst(links: readonly FoundLink[]): readonly FoundLink[] {
  return [...links.filter(isSaid), ...links.filter((link) => !isSaid(link))];
}

function isSaid({ origin }: FoundLink): boolean {
  return origin.kind === "command";
}

const notLookedUp: LinkTarget = { kind: "not-looked-up" };

function developmentLinks({ developmentLinks: links }: PullRequestReading): readonly FoundLink[] {
  return links.map(({ asked }) => ({ reference: asked, origin: { kind: "development" } }));
}

type Group = readonly [FoundLink, ...FoundLink[]];

function groupByReference(links: readonly FoundLink[]): readonly Group[] {
  const groups = new Map<string, [FoundLink, ...FoundLink[]]>();
  for (const link of links) {
    const { owner, name, number } = link.reference;
    // GitHub compares owners and repository names without regard to case. A hostile body has thousands of references.
    const key = `${owner}/${name}#${number}`.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [link]);
    else group.push(link);
  }
  return [...groups.values()];
}

function findReading(readings: readonly ReferenceReading[], reference: Reference): ReferenceReading | undefined {
  return readings.find(({ asked }) => sameReference(asked, reference));
}

function targetOf(answer: ReferenceReading, { repository }: PullRequestReading, means: Means): LinkTarget {
  switch (answer.kind) {
    case "issue":
      return isVisible(answer.issue, repository)
        ? readFound(answer, repository, means)
        : { kind: "less-visible", counts: countsUnseen(lineOf(answer, means), { ...means, repository }) };
    case "pull-request":
    case "missing":
    case "gone":
      // Even that there is nothing would tell something about a place that fewer people can see.
      return isHidden(answer.place, repository) ? { kind: "less-visible", counts: false } : { kind: answer.kind };
    case "moved-away":
    case "unreadable":
    case "unreachable":
      return { kind: answer.kind };
  }
}

type IssueAnswer = ReferenceReading & { kind: "issue" };

function readFound(answer: IssueAnswer, source: Place, means: Means): LinkTarget {
  const { asked, issue } = answer;
  const visible = visibleLine(answer.parents, source);
  return {
    kind: "found",
    issue: means.texts.readIssue(issue),
    parents: visible.map(means.texts.readIssue),
    moved: !sameReference(asked, issue.reference),
    countsAbove: countsUnseen(lineOf(answer, means).slice(1 + visible.length), { ...means, repository: source }),
  };
}

/** The issues of which one may be the problem, nearest first. */
function lineOf({ issue, parents }: IssueAnswer, { policy }: Means): readonly IssueReading[] {
  return policy.parents ? [issue, ...parents] : [issue];
}

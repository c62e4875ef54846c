import { findProblems } from "../../core/facts/find-problem.ts";
import { isHidden } from "../../core/facts/issue.ts";
import type { Visibility } from "../../core/facts/issue.ts";
import type { FoundLink, Link, LinkTarget } from "../../core/facts/link.ts";
import type { ProblemPolicy } from "../../core/facts/problem-policy.ts";
import { sameReference } from "../../core/facts/reference.ts";
import type { Reference } from "../../core/facts/reference.ts";
import type { GitHubReader, IssueReading, PullRequestReading, ReferenceReading } from "../ports.ts";
import type { Texts } from "../read-texts.ts";
import { visibleLine } from "./visible-line.ts";

/** References that are looked up for one pull request, development links included. */
const mostReferences = 20;

interface Means {
  readonly github: Pick<GitHubReader, "readReferences">;
  readonly texts: Texts;
  /** What counts as a problem for a pull request in this state. */
  readonly policy: ProblemPolicy;
}

/** All links of a pull request with what stands at their ends: GitHub's own first, then the text's in their order. */
export async function resolveLinks(
  reading: PullRequestReading,
  found: readonly FoundLink[],
  means: Means,
): Promise<readonly Link[]> {
  const all = [...developmentLinks(reading), ...found].filter(
    ({ reference }) => !sameReference(reference, reading.reference),
  );
  const grouped = groupByReference(all);
  const known = reading.developmentLinks;
  const asked = grouped.slice(0, mostReferences).map(([first]) => first.reference);
  const missing = asked.filter((reference) => findReading(known, reference) === undefined);
  const read = missing.length === 0 ? known : [...known, ...(await means.github.readReferences(missing))];
  return grouped.map((group) => {
    const [{ reference }] = group;
    const answer = findReading(read, reference);
    const target = answer === undefined ? notLookedUp : targetOf(answer, reading, means);
    return { reference, origins: group.map(({ origin }) => origin), target };
  });
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
      return hides(answer.issue)
        ? { kind: "less-visible", counts: counts(answer, means) }
        : readFound(answer, visibleLine(answer.parents, repository), means);
    case "pull-request":
    case "missing":
    case "gone":
      // Even that there is nothing would tell something about a place that fewer people can see.
      return hides({ reference: answer.asked, visibility: answer.visibility })
        ? { kind: "less-visible", counts: false }
        : { kind: answer.kind };
    case "moved-away":
    case "unreadable":
    case "unreachable":
      return { kind: answer.kind };
  }

  function hides({ reference, visibility }: Seen): boolean {
    return isHidden({ ...reference, visibility }, repository);
  }
}

interface Seen {
  readonly reference: Reference;
  readonly visibility: Visibility;
}

type IssueAnswer = ReferenceReading & { kind: "issue" };

function readFound({ asked, issue }: IssueAnswer, parents: readonly IssueReading[], { texts }: Means) {
  const moved = !sameReference(asked, issue.reference);
  return { kind: "found", issue: texts.readIssue(issue), parents: parents.map(texts.readIssue), moved } as const;
}

/** Whether a link to this issue leads to a problem: all that is ever told of an issue that not everybody can see. */
function counts(answer: IssueAnswer, means: Means): boolean {
  const target = readFound(answer, answer.parents, means);
  return findProblems([{ reference: answer.asked, origins: [], target }], means.policy).length > 0;
}

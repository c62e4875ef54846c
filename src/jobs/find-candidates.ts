import { plainText } from "../core/candidates/open-problem.ts";
import type { Candidate } from "../core/candidates/rank-problems.ts";
import { rankProblems } from "../core/candidates/rank-problems.ts";
import type { PullRequestFacts } from "../core/facts/facts.ts";
import { asksForKind } from "../core/facts/find-problem.ts";
import { listsRepository } from "../core/facts/problem-scope.ts";
import { sameRepository } from "../core/facts/reference.ts";
import type { ReportSettings } from "../core/report/report-settings.ts";
import { lacksProblem } from "../core/verdict/verdict.ts";
import type { Verdict } from "../core/verdict/verdict.ts";
import type { NotedProblem } from "../queue/known-problems.ts";
import type { PullRequestReading } from "../sources/ports.ts";

interface Looked {
  readonly reading: Pick<PullRequestReading, "body" | "templates">;
  readonly facts: PullRequestFacts;
  readonly verdict: Verdict;
}

/**
 * Open problems of the repository that the pull request may be about, where it is asked for one and has none. Those that
 * somebody has unlinked, or that do not count, are not named again. Nothing is read of GitHub for it.
 */
export async function findCandidates(
  { reading, facts, verdict }: Looked,
  settings: Pick<ReportSettings, "comments" | "problems">,
  openProblems: () => Promise<readonly NotedProblem[]>,
): Promise<readonly Candidate[]> {
  const { pullRequest } = facts;
  if (pullRequest.state !== "open" || !lacksProblem(verdict) || !mayName(facts, settings)) return [];
  const named = [...facts.links.map(({ reference }) => reference), ...facts.said.unlinked];
  const seen = new Set(named.filter((one) => sameRepository(one, facts.repository)).map(({ number }) => number));
  // Our form alone makes an issue a problem only where nothing else is asked of one.
  const byKindAlone = asksForKind(settings.problems);
  const open = (await openProblems()).filter(
    ({ number, foundBy }) => !seen.has(number) && (foundBy === "kind" || !byKindAlone),
  );
  const { title, headBranch, paths } = pullRequest;
  return rankProblems({ title, words: plainText(reading.body, reading.templates), headBranch, paths }, open);
}

function mayName({ repository }: PullRequestFacts, settings: Pick<ReportSettings, "comments" | "problems">): boolean {
  return settings.comments.when !== "never" && countsHere(settings.problems, repository);
}

/** Whether issues of the repository itself may be problems of its pull requests. */
export function countsHere(
  problems: ReportSettings["problems"],
  repository: { readonly owner: string; readonly name: string },
): boolean {
  return problems.repositories.length === 0 || listsRepository(problems, repository);
}

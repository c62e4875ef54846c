import { plainText } from "../../src/core/candidates/open-problem.ts";
import type { OpenProblem } from "../../src/core/candidates/open-problem.ts";
import { rankProblems } from "../../src/core/candidates/rank-problems.ts";
import type { Candidate } from "../../src/core/candidates/rank-problems.ts";
import type { MadeUp } from "./fixtures.ts";

export interface Judged {
  readonly pullRequest: MadeUp;
  readonly shown: readonly Candidate[];
  readonly right: boolean;
}

export interface Evaluation {
  /** Those with a problem; right is one whose problem is among what is shown. */
  readonly known: readonly Judged[];
  /** Those without; right is silence. */
  readonly none: readonly Judged[];
}

export function evaluateCandidates(problems: readonly OpenProblem[], pullRequests: readonly MadeUp[]): Evaluation {
  const judged = pullRequests.map((pullRequest): Judged => {
    const { problem, title, body, headBranch } = pullRequest;
    const shown = rankProblems({ title, words: plainText(body), headBranch, paths: null }, problems);
    const right = problem === null ? shown.length === 0 : shown.some(({ number }) => number === problem);
    return { pullRequest, shown, right };
  });
  return {
    known: judged.filter(({ pullRequest }) => pullRequest.problem !== null),
    none: judged.filter(({ pullRequest }) => pullRequest.problem === null),
  };
}

/** How many of them are right, as a share. */
export function shareRight(judged: readonly Judged[]): number {
  return judged.length === 0 ? 0 : judged.filter(({ right }) => right).length / judged.length;
}

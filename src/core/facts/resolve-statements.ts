import type { Reading, ReadingOfProblem, StatementName, Statements } from "../statements/statements.ts";
import type { ResolvedStatements, StatementSource } from "./facts.ts";
import type { FoundProblem } from "./find-problem.ts";
import type { Issue } from "./issue.ts";

interface Text {
  readonly statements: Statements;
  readonly source: StatementSource;
}

/**
 * Each statement from the first text that states it: the pull request's own body, its problems with what
 * their authors said below them, their parents. Where
 * none does, what the own body has in its place (filler, the template's words), so that the finding can say it.
 */
export function resolveStatements(own: Statements, problems: readonly FoundProblem[]): ResolvedStatements {
  return resolveTexts(own, problems.flatMap(textsOf));
}

/** What an issue states itself: its text first, then its author's comments, oldest first. */
export function resolveProblem(own: Statements, comments: readonly Statements[]): ResolvedStatements {
  return resolveTexts(
    own,
    comments.map((statements) => ({ statements, source: { kind: "author-comment" } })),
  );
}

function resolveTexts(own: Statements, others: readonly Text[]): ResolvedStatements {
  const texts: readonly Text[] = [{ statements: own, source: { kind: "own" } }, ...others];
  return {
    who: resolve("who", texts),
    problem: resolve("problem", texts),
    evidence: resolve("evidence", texts),
    hypothesis: resolve("hypothesis", texts),
    metric: resolve("metric", texts),
    window: resolve("window", texts),
    alternatives: resolve("alternatives", texts),
    // What one change is said to do is no claim that others serve.
    effect: { reading: own.effect, source: { kind: "own" } },
    // A question explored and an opt-out belong to one pull request: neither is inherited.
    exploration: { reading: own.exploration, source: { kind: "own" } },
    optOut: { reading: own.optOut, source: { kind: "own" } },
  };
}

function resolve<Name extends StatementName>(name: Name, texts: readonly Text[]): ResolvedStatements[Name];
function resolve(
  name: StatementName,
  texts: readonly Text[],
): {
  reading: Reading<unknown> | ReadingOfProblem;
  source: StatementSource;
} {
  const readings = texts.map(({ statements, source }) => ({ reading: statements[name], source }));
  const stated = readings.find(({ reading }) => reading.grade === "stated");
  return stated ?? readings[0] ?? { reading: { grade: "absent" }, source: { kind: "own" } };
}

/** The linked issue, then its parents, nearest first, whichever of them counts as the problem. */
function textsOf({ link }: FoundProblem): readonly Text[] {
  if (link.target.kind !== "found") return [];
  const { issue, parents } = link.target;
  return [...textsBy(issue, "problem"), ...parents.flatMap((parent) => textsBy(parent, "parent"))];
}

/** Its text, then what its author said below it, as in its own review. */
function textsBy({ reference, statements, answers = [] }: Issue, kind: "problem" | "parent"): readonly Text[] {
  return [
    { statements, source: { kind, issue: reference } },
    ...answers.map((one): Text => ({ statements: one, source: { kind: "problem-comment", issue: reference } })),
  ];
}

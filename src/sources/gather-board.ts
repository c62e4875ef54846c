import { setImmediate as nextTurn } from "node:timers/promises";
import { isOfReviewedKind, reviewedKinds } from "../core/facts/reviewed-issue.ts";
import type { ProblemPolicy } from "../core/facts/problem-policy.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { FoundTheme, Theme } from "../core/facts/theme.ts";
import { findTheme, themeLabel } from "../core/facts/theme.ts";
import { parseBody } from "../core/markdown/parse-body.ts";
import type { BoardProblem, Declined } from "../core/report/board/board-facts.ts";
import { textReader } from "../core/statements/read-statements.ts";
import type { Vocabulary } from "../core/statements/vocabulary.ts";
import type { BoardFactsReading, BoardReader } from "./board-reading.ts";

interface BoardPolicy {
  readonly problems: ProblemPolicy;
  readonly themes: readonly Theme[];
  readonly statements: Vocabulary;
  /** Whether everybody may see the configuration who sees the repository. */
  readonly mayQuote: boolean;
}

interface GatheredForBoard {
  readonly problems: readonly BoardProblem[];
  readonly declined: readonly Declined[];
}

/** What the board tells besides follow-ups. */
export async function gatherBoard(
  reader: Pick<BoardReader, "readBoardFacts">,
  repository: RepositoryName,
  policy: BoardPolicy,
): Promise<GatheredForBoard> {
  const reading = await reader.readBoardFacts(repository, reviewedKinds(policy.problems));
  return { problems: await weigh(reading, repository, policy), declined: findDeclined(reading, policy) };
}

/** One text in each turn of Node's loop, as elsewhere: many at once keep deliveries waiting. */
async function weigh(
  { problems }: BoardFactsReading,
  repository: RepositoryName,
  { problems: policy, themes, statements, mayQuote }: BoardPolicy,
): Promise<readonly BoardProblem[]> {
  const read = textReader({ vocabulary: statements, templates: [] });
  const weighed: BoardProblem[] = [];
  for (const { number, title, body, labels, type, weight } of problems) {
    if (!isOfReviewedKind({ labels, type }, policy)) continue;
    const { feedback } = read({ kind: "issue", title, body: parseBody(body) });
    // Of its parents nothing is read: a theme that only a parent fits is not told here.
    const found = findTheme([{ reference: { ...repository, number }, labels }], themes, { repository, policy });
    const theme = found === null ? null : nameOf(found, mayQuote);
    weighed.push({ number, title, theme, weight: { ...weight, feedback: feedback.length } });
    await nextTurn();
  }
  return weighed;
}

/** Where the configuration is hidden, its name for a theme is too; the label stands on the issue for everybody to see. */
function nameOf({ theme, by }: FoundTheme, mayQuote: boolean): string | null {
  if (mayQuote) return theme.name;
  return by === "label" ? themeLabel(theme) : null;
}

/** A pull request that neither had a problem nor a word of why it was closed tells nobody what was decided. */
function findDeclined({ declined, unmerged }: BoardFactsReading, { problems }: BoardPolicy): readonly Declined[] {
  const closed = [
    ...declined
      .filter((one) => isOfReviewedKind(one, problems))
      .map((one) => ({ kind: "problem" as const, ...pick(one) })),
    ...unmerged
      .filter(({ linked, reason }) => linked.length > 0 || reason !== null)
      .map((one) => ({ kind: "pull_request" as const, ...pick(one) })),
  ];
  return closed.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.number - a.number);
}

function pick(one: BoardFactsReading["declined" | "unmerged"][number]): Omit<Declined, "kind"> {
  const { number, title, closedAt, reason } = one;
  return { number, title, at: closedAt, reason };
}

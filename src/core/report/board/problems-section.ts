import { inlineCode } from "../../markdown/escape.ts";
import { md } from "../../markdown/markdown.ts";
import type { BoardFacts, BoardProblem } from "./board-facts.ts";
import { pageLink } from "./page-link.ts";
import type { BoardSection, BoardTable } from "./section.ts";
import { tableHead, tableRow } from "./table.ts";

/** Open problems under their themes. The counts stand side by side and are never added up: what they weigh is for people to say. */
export function problemsSection(facts: BoardFacts): BoardSection | null {
  if (facts.problems.length === 0) return null;
  const themes = [...new Set(facts.problems.map(({ theme }) => theme))].toSorted(byName);
  const tables = themes.map((theme) => tableOf(theme, { facts, isOnly: themes.length === 1 }));
  return {
    heading: "Problems",
    lead: "Open problems with what stands behind them: those with the most links and quotes first, then the most duplicates, people and reactions.",
    chart: null,
    tables,
    more: { one: "more problem", many: "more problems" },
  };
}

/** What fits no theme comes last. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

function tableOf(theme: string | null, { facts, isOnly }: { facts: BoardFacts; isOnly: boolean }): BoardTable {
  const problems = facts.problems.filter((one) => one.theme === theme).toSorted(byWeight);
  return {
    caption: theme === null ? (isOnly ? null : "Under no theme") : `Theme ${inlineCode(theme)}`,
    head: tableHead(["Problem", "Links and quotes", "Duplicates", "People", "Reactions"]),
    rows: problems.map((problem) => () => {
      const { feedback, duplicates, people, reactions } = problem.weight;
      const page = pageLink(facts, { kind: "problem", ...problem });
      return tableRow([page, md`${feedback}`, md`${duplicates}`, md`${people}`, md`${reactions}`]);
    }),
  };
}

function byWeight({ weight: a, number: first }: BoardProblem, { weight: b, number: second }: BoardProblem): number {
  return (
    b.feedback - a.feedback ||
    b.duplicates - a.duplicates ||
    b.people - a.people ||
    b.reactions - a.reactions ||
    second - first
  );
}

import { formatDay } from "../dates.ts";
import type { BoardFacts } from "./board-facts.ts";
import { writeWhole } from "./fit.ts";
import { boardSections } from "./render-board.ts";
import { inlineCode } from "../../markdown/escape.ts";

/** What the board tells, at its full length. */
export function renderReport(facts: BoardFacts): string {
  const { owner, name } = facts.repository;
  const top = [
    `# ${inlineCode(`${owner}/${name}`)}: what was learned, and what is looked at next`,
    `What this repository's changes were believed to do for their users, and what became of it, as of ${formatDay(facts.now, facts.timeZone)}.`,
  ];
  const sections = boardSections(facts).map(({ section }) => writeWhole(section));
  return `${[...top, ...sections].join("\n\n")}\n`;
}

import type { BoardFacts } from "./board-facts.ts";
import { boardMarker } from "./board-marker.ts";
import { declinedSection } from "./declined-section.ts";
import { dueSection, pendingSection } from "./due-section.ts";
import { fitSections } from "./fit.ts";
import { learnedSection } from "./learned-section.ts";
import { optOutsSection } from "./opt-outs-section.ts";
import { problemsSection } from "./problems-section.ts";
import type { BoardSection } from "./section.ts";

export interface Board {
  readonly title: string;
  readonly body: string;
}

/**
 * GitHub takes 65,536 characters, and counts some as two that are one here. These are of UTF-16, of which three bytes
 * each are the most, so that no way of counting finds more.
 */
const longestBody = 65_000;

/** The sections in their order, each with the characters that are its own where others want more. */
export function boardSections(
  facts: BoardFacts,
): readonly { readonly section: BoardSection; readonly share: number }[] {
  const shares = [
    { section: dueSection(facts), share: 16_000 },
    { section: pendingSection(facts), share: 13_000 },
    { section: learnedSection(facts), share: 16_000 },
    { section: declinedSection(facts), share: 6_000 },
    { section: problemsSection(facts), share: 8_000 },
    { section: optOutsSection(facts), share: 3_000 },
  ];
  return shares.flatMap(({ section, share }) => (section === null ? [] : [{ section, share }]));
}

/**
 * What this repository believed, what came of it, and what is looked at next. The same facts make the same text at any
 * time: what was edited was changed by something that happened.
 */
export function renderBoard(facts: BoardFacts): Board {
  const top = `${boardMarker}\n\n${intro}`;
  const sections = fitSections(boardSections(facts), longestBody - top.length - outro.length - 100);
  return { title: facts.title, body: [top, ...sections, outro].join("\n\n") };
}

/** GitHub hands texts back with its own line ends and without white space at the end. */
export function isSameBoard(shown: string, { body }: Board): boolean {
  return shown.replaceAll("\r\n", "\n").trimEnd() === body.trimEnd();
}

const intro =
  "This page shows what this repository's changes were believed to do for their users, what became of it, and what is " +
  "looked at next. It is kept up to date by an app that writes over whatever is changed here by hand: answers belong on the " +
  "problems and pull requests that it names. Close this issue if nobody wants it, and it is left alone.";

const outro = "---\n\nWhoever runs the app can have the same in full, also as JSON and CSV: `outcome report`.";

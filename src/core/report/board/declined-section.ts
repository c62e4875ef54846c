import { md } from "../../markdown/markdown.ts";
import type { BoardFacts } from "./board-facts.ts";
import { pageLink } from "./page-link.ts";
import type { BoardSection } from "./section.ts";
import { dayWords, quote, tableHead, tableRow } from "./table.ts";

/** What was decided not to be done, with the reason, so that it need not be argued over from the beginning. */
export function declinedSection(facts: BoardFacts): BoardSection | null {
  if (facts.declined.length === 0) return null;
  const rows = facts.declined
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.number - a.number)
    .map(
      (one) => () =>
        tableRow([
          pageLink(facts, one),
          one.kind === "problem" ? md`problem` : md`pull request`,
          dayWords(one.at.toISOString(), facts.timeZone),
          one.reason === null ? md`nobody wrote why` : quote(one.reason),
        ]),
    );
  return {
    heading: "Decided not to",
    lead: "Problems that were closed as not planned, and pull requests that were closed unmerged, with what was said about it.",
    chart: null,
    tables: [{ caption: null, head: tableHead(["What", "Kind", "Closed", "Why"]), rows }],
    more: { one: "more decision", many: "more decisions" },
  };
}

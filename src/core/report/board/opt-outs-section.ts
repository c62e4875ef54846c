import { oneLine } from "../../markdown/escape.ts";
import { join, md } from "../../markdown/markdown.ts";
import type { BoardFacts, OptOut } from "./board-facts.ts";
import { pageLink } from "./page-link.ts";
import type { BoardSection } from "./section.ts";
import { quote, tableHead, tableRow } from "./table.ts";

/** Where one reason was given, so many are linked. */
const mostLinks = 5;

/** Why nothing was asked of pull requests: the same words once, with how often they were written. */
export function optOutsSection(facts: BoardFacts): BoardSection | null {
  if (facts.optOuts.length === 0) return null;
  const groups = Map.groupBy(facts.optOuts, ({ reason }) => oneLine(reason).toLowerCase());
  const rows = [...groups.values()]
    .toSorted((a, b) => b.length - a.length || (b[0]?.number ?? 0) - (a[0]?.number ?? 0))
    .map((same) => () => rowOf(same, facts));
  return {
    heading: "Opt-outs",
    lead: "Pull requests of the last 90 days of which no outcome was asked, by the reason that was given.",
    chart: null,
    tables: [{ caption: null, head: tableHead(["Reason", "Times", "Where"]), rows }],
    more: { one: "more reason", many: "more reasons" },
  };
}

function rowOf(same: readonly OptOut[], facts: BoardFacts): string {
  const links = same.slice(0, mostLinks).map(({ number }) => pageLink(facts, { kind: "pull_request", number }));
  const others = same.length > mostLinks ? md` and ${same.length - mostLinks} more` : md``;
  return tableRow([quote(same[0]?.reason ?? ""), md`${same.length}`, md`${join(links, ", ")}${others}`]);
}

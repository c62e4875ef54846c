import { expect, test } from "vitest";
import { fitSections } from "../../../../src/core/report/board/fit.ts";

function row(text: string) {
  return () => `| ${text} |`;
}

test("where a row has no room, what comes behind it waits too, and all of it is counted", () => {
  const long = { caption: "First", head: "| A |", rows: Array.from({ length: 5 }, () => row("long ".repeat(60))) };
  const short = { caption: "Then", head: "| A |", rows: [row("short")] };
  const more = { one: "more row", many: "more rows" };
  const section = { heading: "Rows", lead: "All of them.", chart: null, tables: [long, short], more };
  const [text = ""] = fitSections([{ section, share: 1000 }], 1000);
  const shown = text.match(/\| long/g)?.length ?? 0;
  expect(shown).toBeGreaterThan(0);
  expect(text).not.toMatch(/Then|short/);
  expect(text).toContain(`_And ${6 - shown} more rows:`);
  expect(text.length).toBeLessThanOrEqual(1000);
});

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

function sectionOf(count: number, words: number) {
  const rows = Array.from({ length: count }, (_, at) => row(`${at} ${"word ".repeat(words)}`));
  const more = { one: "more row", many: "more rows" };
  return { heading: "Rows", lead: "All.", chart: null, tables: [{ caption: "A", head: "| A |", rows }], more };
}

test("however much room there is, nothing stands beyond it", () => {
  for (let room = 300; room < 1300; room += 1) {
    const [text = ""] = fitSections([{ section: sectionOf(10, 20), share: room }], room);
    expect(text.length).toBeLessThanOrEqual(room);
  }
});

test("where the shares are more than there is room, nothing stands beyond it either", () => {
  const shared = [12, 12].map((count) => ({ section: sectionOf(count, 20), share: 1000 }));
  expect(fitSections(shared, 1200).join("\n\n").length).toBeLessThanOrEqual(1200);
});

test.each([
  [1, 12],
  [12, 1],
])("room that one section does not need is another's: of %i and %i rows all are shown", (...counts) => {
  const shared = counts.map((count) => ({ section: sectionOf(count, 20), share: 1000 }));
  expect(fitSections(shared, 2000).join("")).toContain("| 11 word");
});

test("one row that has no room is told of as one", () => {
  const [text] = fitSections([{ section: sectionOf(1, 200), share: 300 }], 300);
  expect(text).toContain("_And 1 more row:");
});

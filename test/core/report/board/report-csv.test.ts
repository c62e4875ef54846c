import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { toCsv } from "../../../../src/core/report/board/report-csv.ts";
import { reportSchema, toReport } from "../../../../src/core/report/board/report-json.ts";
import { boardFacts, livelyBoard, summaryOf } from "../../../support/board.ts";
import { anyForeignText } from "../../../support/foreign-text.ts";

/** Reads what RFC 4180 allows, and throws at anything else. */
function readCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let rest = csv;
  for (let row: string[] = []; rest !== "";) {
    const [all = "", quoted, bare = "", end = ""] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (all === "") throw new Error(`This is no CSV: ${rest.slice(0, 40)}`);
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    rest = rest.slice(all.length);
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function csvOf(...summaries: readonly ReturnType<typeof summaryOf>[]): string {
  return toCsv(toReport(boardFacts({ summaries })));
}

describe("the report as CSV", () => {
  test.each([
    ["asked", ""],
    ["reminded", ""],
    ["validated", "2026-03-03T10:00:00Z"],
    ["cancelled", "2026-03-03T10:00:00Z"],
  ] as const)("says of what is %s that it came to its end: %s", (state, end) => {
    const [head = [], line = []] = readCsv(csvOf(summaryOf(1, [{ state, settled_at: "2026-03-03T10:00:00Z" }])));
    expect(line[head.indexOf("settled_at")]).toBe(end);
  });

  test("has one line for each round, oldest first, below the names of its columns", () => {
    const [head = [], ...lines] = readCsv(toCsv(toReport(livelyBoard)));
    expect(head.slice(0, 6)).toEqual(["kind", "number", "title", "theme", "round", "state"]);
    const of = (number: string) => lines.filter((line) => line[1] === number).map((line) => line.slice(4, 6));
    expect(of("7")).toEqual([
      ["1", "invalidated"],
      ["2", "validated"],
    ]);
    expect(lines).toHaveLength(livelyBoard.summaries.flatMap(({ rounds }) => rounds).length);
  });

  test("stays CSV whatever people wrote, and no text of theirs begins like a formula", () => {
    fc.assert(
      fc.property(anyForeignText, fc.constantFrom("=", "+", "-", "@", "\t=", " =", "＝", ""), (text, sign) => {
        const said = `${sign}${text}`;
        const round = { believed: [said, said], exploring: [said], metric: said, target: said, note: said };
        const [head = [], ...lines] = readCsv(csvOf(summaryOf(1, [round, round], { title: said, theme: said })));
        expect(lines.map((line) => line.length)).toEqual([head.length, head.length]);
        expect(lines.flat().filter((cell) => /^\s*[=+@＝＋－＠-]/u.test(cell))).toEqual([]);
        expect(lines.flat().join("")).not.toMatch(/[^\P{Cc}\n]/u);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps several statements of one round in one cell, each on its line", () => {
    const [head = [], line = []] = readCsv(csvOf(summaryOf(1, [{ believed: ["One.", "Two."] }])));
    expect(line[head.indexOf("believed")]).toBe("One.\nTwo.");
  });

  test("leaves numbers that a provider told as they are", () => {
    const reading = { unit: "€", at: "2026-02-02T12:00:00Z", asked: "balance", window: null, public: true };
    const csv = csvOf(summaryOf(1, [{ before: { ...reading, value: -3.5 }, after: { ...reading, value: 4 } }]));
    expect(csv).toContain(',-3.5,4,"€",');
    expect(csvOf(summaryOf(1, [{ before: { ...reading, value: -3.5 } }]))).toContain(',-3.5,,"€",');
  });
});

test("the report as JSON fits its schema, and holds no reading that not everybody may see", () => {
  const secret = { value: 4711, unit: null, at: "2026-02-02T12:00:00Z", asked: "revenue", window: null, public: false };
  const summaries = [...livelyBoard.summaries, summaryOf(99, [{ before: secret, after: secret }])];
  const report = toReport({ ...livelyBoard, summaries });
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(JSON.stringify(report)).not.toContain("4711");
  expect(toCsv(report)).not.toContain("4711");
  expect(report).toMatchObject({ version: 1, repository: "acme/shop", at: "2026-03-10T10:00:00.000Z" });
});

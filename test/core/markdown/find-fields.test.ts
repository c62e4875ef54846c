import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";

function fields(text: string): readonly (readonly [string, number, string])[] {
  return parseBody(text).fields.map(({ name, number, lines }) => [
    name,
    number,
    lines.map((line) => line.text).join(" / "),
  ]);
}

test.each([
  ["on a line", "Problem: it fails", [["Problem", 1, "it fails"]]],
  [
    "in bold, with the colon inside or outside",
    "**Problem:** a\n**Metric**: b",
    [
      ["Problem", 1, "a"],
      ["Metric", 2, "b"],
    ],
  ],
  ["in bold, with a dash", "**Problem** – it fails", [["Problem", 1, "it fails"]]],
  [
    "over lines, up to the next",
    "Problem: it\nfails\nMetric: b",
    [
      ["Problem", 1, "it / fails"],
      ["Metric", 3, "b"],
    ],
  ],
  ["with its value on the next line", "Problem:\nit fails", [["Problem", 1, "it fails"]]],
  [
    "in list items",
    "- Problem: a\n- Metric: b",
    [
      ["Problem", 1, "a"],
      ["Metric", 2, "b"],
    ],
  ],
  ["in a heading", "## Problem: it fails", [["Problem", 1, "it fails"]]],
  ["with a wide colon", "問題：失敗", [["問題", 1, "失敗"]]],
  [
    "in a table of two columns",
    "| Q | A |\n|-|-|\n| Problem | it fails |",
    [
      ["Q", 1, "A"],
      ["Problem", 3, "it fails"],
    ],
  ],
  [
    "in a table with one row of values",
    "|Problem|Metric|x|\n|-|-|-|\n|a|b|c|",
    [
      ["Problem", 3, "a"],
      ["Metric", 3, "b"],
      ["x", 3, "c"],
    ],
  ],
  ["empty", "- Problem:", [["Problem", 1, ""]]],
])("a field is found %s", (_where, text, found) => {
  expect(fields(text)).toEqual(found);
});

test.each([
  ["an address", "https://example.org"],
  ["a sentence with a colon late in it", "This is a long sentence about what it does and why, and it ends so: here"],
  ["a name in code", "`Problem`: it fails"],
  ["a quote", "> Problem: it fails"],
  ["a table of many rows and columns", "|a|b|c|\n|-|-|-|\n|d|e|f|\n|g|h|i|"],
])("%s is no field", (_what, text) => {
  expect(fields(text)).toEqual([]);
});

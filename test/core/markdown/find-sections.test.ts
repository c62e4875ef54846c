import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";

test("a section reaches to the next heading of its level, and its own words to the next of any", () => {
  const body = parseBody("# A\n\na\n\n## B\n\nb\n\n**C**\n\nc\n\nD:\n\nd\n\n# E");
  expect(
    body.sections.map(({ title, level, number, from, direct, to }) => [title, level, number, from, direct, to]),
  ).toEqual([
    ["A", 1, 1, 1, 2, 8],
    ["B", 2, 5, 3, 4, 8],
    ["C", 7, 9, 5, 6, 8],
    ["D", 8, 13, 7, 8, 8],
    ["E", 1, 17, 9, 9, 9],
  ]);
});

test("a title goes without the colon at its end", () => {
  expect(parseBody("## Problem :\n\n**Why:**\n").sections.map(({ title }) => title)).toEqual(["Problem", "Why"]);
});

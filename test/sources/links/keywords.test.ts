import { expect, test } from "vitest";
import { keywords } from "../../../src/sources/links/keywords.ts";
import { readLinks } from "./read-links.ts";

test("a phrase links what stands behind it, quoted with its line", () => {
  expect(readLinks(keywords, "Part of #12.\n\nSee #13.")).toEqual([
    { number: 12, kind: "keyword", quote: "Part of #12.", closing: false },
  ]);
});

test("of a list all are linked, and only the first closes", () => {
  expect(readLinks(keywords, "Fixes #1, #2 and #3").map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(readLinks(keywords, "Fixes #1, #2 and #3")).toMatchObject([
    { closing: true },
    { closing: false },
    { closing: false },
  ]);
});

test("a reference under a heading is no phrase", () => {
  expect(readLinks(keywords, "## Problem\n\n#12")).toEqual([]);
});

import { expect, test } from "vitest";
import type { Said } from "../../../src/core/facts/said.ts";
import { nothingSaid } from "../../../src/core/facts/said.ts";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { findLinks, linkSources } from "../../../src/sources/links/index.ts";
import { linkSettingsSchema } from "../../../src/sources/links/link-settings.ts";

function links(text: string, settings: unknown = {}, said: Said = nothingSaid): readonly string[] {
  const found = findLinks(parseBody(text), {
    repository: { owner: "tidy", name: "shelf" },
    webUrl: "https://github.com",
    settings: linkSettingsSchema.parse(settings),
    said,
  });
  return found.map(({ reference, origin }) => {
    const where = origin.kind === "heading" ? `heading ${origin.heading}` : origin.kind;
    return `#${reference.number} ${where}${origin.kind === "keyword" && origin.closing ? " closing" : ""}`;
  });
}

test("what people say in comments comes first, then GitHub's own links, then phrases, then headings", () => {
  expect(linkSources.map(({ id }) => id)).toEqual(["command", "development", "keyword", "heading"]);
});

test.each([
  ["a mention alone links nothing", "See #1", []],
  ["a phrase links", "Fixes #1, part of #2", ["#1 keyword closing", "#2 keyword"]],
  [
    "a heading links what stands under it",
    "## Related issue(s)\n\n- #1\n- #2\n\n## Notes\n\n#3",
    ["#1 heading Related issue(s)", "#2 heading Related issue(s)"],
  ],
  ["a bold heading does", "**Issue:**\n#1\n\n**Other**\n#2", ["#1 heading Issue"]],
  [
    "a label does, and a label below a heading ends nothing",
    "Fixes:\n\n- #1\n\n## Issues\n\nOpen:\n\n#2",
    ["#1 heading Fixes", "#2 heading Issues"],
  ],
  [
    "the answer to a form does",
    "### Which issue(s) does this PR fix?\n\n#1",
    ["#1 heading Which issue(s) does this PR fix?"],
  ],
  ["a field does", "Ticket: #1\nReviewer: #2", ["#1 heading Ticket"]],
  ["a row of a table does", "| Q | A |\n|-|-|\n| Tickets | #1 |\n| Docs | #2 |", ["#1 heading Tickets"]],
  ["a phrase under a heading is found by both", "## Problem\n\nFixes #1", ["#1 keyword closing", "#1 heading Problem"]],
  ["a phrase that looks like a field is found once", "Fixes: #1", ["#1 keyword closing"]],
  [
    "each source names a reference once, closing first",
    "Part of #1. Closes #1. Refs TIDY/shelf#1",
    ["#1 keyword closing"],
  ],
  ["a comment under a heading is no answer", "## Issue\n\n<!-- Fixes #1 -->", []],
  ["what a body that is code by accident says is linked", "    Fixes #1", ["#1 keyword"]],
])("%s", (_what, text, found) => {
  expect(links(text)).toEqual(found);
});

test("configured phrases and headings come on top of the usual ones", () => {
  const settings = { keywords: ["implements"], headings: ["Ausgangslage"] };
  expect(links("Implements #1, part of #2\n\n## 1. Ausgangslage:\n\n#3", settings)).toEqual([
    "#1 keyword",
    "#2 keyword",
    "#3 heading 1. Ausgangslage",
  ]);
});

test("each source gives at most a hundred references", () => {
  const text = Array.from({ length: 3000 }, (_, index) => `Fixes #${index + 1}`).join("\n");
  expect(links(text)).toHaveLength(100);
});

test("unknown settings are errors", () => {
  expect(linkSettingsSchema.safeParse({ keyword: ["x"] }).success).toBe(false);
  expect(linkSettingsSchema.parse({})).toEqual({ keywords: [], headings: [] });
});

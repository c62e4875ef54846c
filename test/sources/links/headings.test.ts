import { expect, test } from "vitest";
import { headings } from "../../../src/sources/links/headings.ts";
import { readLinks } from "./read-links.ts";

test.each([
  ["a heading", "## Which issue does this PR close?\n\n#12", "Which issue does this PR close?"],
  ["a bold line", "**Problem**\n\n#12", "Problem"],
  ["a field", "Ticket: #12", "Ticket"],
])("a reference under %s that asks for the problem is a link, and the title is told", (_title, text, heading) => {
  expect(readLinks(headings, text)).toMatchObject([{ number: 12, kind: "heading", heading }]);
});

test.each([
  ["under another heading", "## Notes\n\n#12"],
  ["before any heading", "#12\n\n## Problem"],
  ["under a heading that follows", "## Problem\n\n## Notes\n\n#12"],
  ["with a phrase of its own", "Fixes: #12"],
])("a reference %s is none", (_title, text) => {
  expect(readLinks(headings, text)).toEqual([]);
});

test("what the text under a heading says is no link is none", () => {
  expect(readLinks(headings, "## Related issues\n\n- Not part of #12\n- #13")).toMatchObject([{ number: 13 }]);
});

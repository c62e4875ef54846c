import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { findUnfilledLink } from "../../../src/sources/links/unfilled-link.ts";

test.each([
  ["Fixes #", "Fixes #"],
  ["- Closes: # (issue)", "Closes: # (issue)"],
  ["Part of #ISSUE", "Part of #ISSUE"],
  ["Fixes #0000", "Fixes #0000"],
  ["Some words.\n\nresolves #issue_number", "resolves #issue_number"],
])("%j is a link that nobody filled in", (body, line) => {
  expect(findUnfilledLink(parseBody(body))).toBe(line);
});

test.each([
  ["a filled one", "Fixes #12"],
  ["one with leading zeros", "Fixes #012"],
  ["a list", "Fixes #1 and #2"],
  ["a comment", "<!-- Fixes # -->"],
  ["code", "`Fixes #`"],
  ["a colour", "The border is #0c0c0c"],
  ["nothing", ""],
])("%s is none", (_name, body) => {
  expect(findUnfilledLink(parseBody(body))).toBeNull();
});

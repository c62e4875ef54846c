import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { findReferences, readReferences } from "../../../src/sources/links/find-references.ts";
import { context, show } from "./show-references.ts";

test.each([
  ["a number", "#12", ["#12"]],
  ["GitHub's old form", "GH-12 and gh-13", ["#12", "#13"]],
  ["another repository", "tidy/box#3, a.b/c#4 and (some-org/my.repo_1#5)", ["tidy/box#3", "some-org/my.repo_1#5"]],
  ["this repository by its full name", "Fixes tidy/shelf#1", ["!#1"]],
  ["an address", "https://github.com/tidy/box/issues/3", ["tidy/box#3"]],
  ["an address with an anchor", "https://github.com/tidy/box/issues/3#issuecomment-99.", ["tidy/box#3"]],
  ["an address with a query", "http://www.github.com/tidy/box/issues/3?reload=1?reload=1", ["tidy/box#3"]],
  ["an address of a pull request", "https://github.com/tidy/shelf/pull/4/files", ["#4"]],
  ["an address in angle brackets", "Closes <https://github.com/tidy/shelf/issues/4>", ["!#4"]],
  ["a link by its number", "[#1](https://github.com/tidy/shelf/issues/1)", ["#1"]],
  ["a link by any words", "[the report](https://github.com/tidy/shelf/issues/1)", ["#1"]],
  ["a link whose words disagree: its address counts", "[#1](https://github.com/tidy/box/issues/2)", ["tidy/box#2"]],
  ["a link defined below", "As in [the report]\n\n[the report]: https://github.com/tidy/box/issues/2", ["tidy/box#2"]],
  ["a link in HTML", '<p><a href="https://github.com/tidy/box/issues/2">#1</a></p>', ["tidy/box#2"]],
  ["text in HTML", "<details><summary>Fixes #5</summary></details>", ["!#5"]],
  ["a heading", "## Fixes #5", ["!#5"]],
  ["a cell of a table", "| Q | A |\n|-|-|\n| Tickets | Fix #47 <!-- Fix # --> |", ["!#47"]],
  ["an unticked box", "- [ ] Fixes #5", ["!#5"]],
  [
    "brackets and marks around it",
    "(#1) [#2] **#3** _#4_ ~~#5~~ #6. #7, #8: #9!",
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `#${n}`),
  ],
  ["a sign escaped in vain: GitHub draws it all the same", "\\#12", ["#12"]],
  ["signs of other scripts around it", "修复#12的问题", ["#12"]],
  ["other signs before it", "“#1” '#2' /#3 ~#4 =#5 ...#6 $#7 &#35;8", [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `#${n}`)],
  ["other signs behind it", "#1's #2-a #3... #4/x #5™ #6🎉", [1, 2, 3, 4, 5, 6].map((n) => `#${n}`)],
  ["numbers glued to each other", "#1,#2;#3/#4-#5|#6–#7", [1, 2, 3, 4, 5, 6, 7].map((n) => `#${n}`)],
  ["one word glued before it", "PR-#1, issue/#2, see...#3", ["#1", "#2", "#3"]],
  [
    "an owner of a managed account",
    "ada_acme/box#3 https://github.com/ada_acme/box/issues/4",
    ["ada_acme/box#3", "ada_acme/box#4"],
  ],
  ["a path with owner and name", "tidy/box/issues/3 and (tidy/shelf/pull/4)", ["tidy/box#3", "#4"]],
  [
    "an address without its protocol",
    "github.com/tidy/box/issues/3, www.github.com/tidy/box/pull/4",
    ["tidy/box#3", "tidy/box#4"],
  ],
  ["an address with a slash at its end", "https://github.com/tidy/box/issues/3/", ["tidy/box#3"]],
  ["an address in capitals", "HTTPS://GITHUB.COM/tidy/box/issues/3", ["tidy/box#3"]],
  [
    "an address with signs behind it",
    "(https://github.com/tidy/box/issues/3), https://github.com/tidy/box/issues/4.",
    ["tidy/box#3", "tidy/box#4"],
  ],
  ["an address of a comment or review", "https://github.com/tidy/box/pull/3#pullrequestreview-9", ["tidy/box#3"]],
  ["a footnote", "Text[^1]\n\n[^1]: as in #12", ["#12"]],
  ["an alert, which is no quote", "> [!NOTE]\n> Fixes #5", ["!#5"]],
  ["a paragraph behind a quote", "> Fixes #4\n\nFixes #5", ["!#5"]],
  ["a heading behind a quote", "> Fixes #4\n# Fixes #5", ["!#5"]],
  ["an item that goes on", "- Fixes\n  #5", ["!#5"]],
  ["text behind a fold", "<details>\n<summary>More</summary>\n\nFixes #5\n</details>", ["!#5"]],
  ["text that is struck out", "~~Fixes #5~~", ["!#5"]],
  ["a line that a paragraph goes on with, however indented", "Text\n    Fixes #5", ["!#5"]],
])("a reader sees a reference in %s", (_what, text, found) => {
  expect(show(text)).toEqual(found);
});

test.each([
  ["a comment", "<!-- Fixes #1 -->"],
  ["code", "`Fixes #1` and\n\n```\nFixes #1\n```"],
  ["HTML code", "<code>#1</code>\n\n<pre>#2</pre>"],
  ["a quote and its lazy lines", "> Fixes #1\nFixes #2"],
  ["a quote in HTML", "<blockquote>Fixes #1</blockquote>"],
  ["the words of a picture", "![#1](x.png)"],
  ["a placeholder", "Fixes #0000, Fixes # (issue), Fixes #<issue number>, Fix #..."],
  ["colours and attributes", "#0c0c0c #1a2b3c #[warn(x)] #fff"],
  ["a name without its owner", "shelf#1"],
  ["a path", "docs/a/b#1 and docs/a/#1"],
  ["an address in short", "acme.example/?page=#1 a=#2 me@#3"],
  ["a path at another host", "gitlab.com/tidy/shelf/issues/1 redirect.github.com/tidy/shelf/issues/2"],
  ["a path without owner and name", "/issues/1 shelf/issues/2 ../pull/3 issues/4"],
  ["a link to a place of the page", "[#1](#one) and [two](../issues/2)"],
  ["a definition", "[#1]: more"],
  ["words only", "issue 12, PR 13, number 14, bit 25"],
  ["a commit", "tidy/shelf@a5c3785ed8d6a35868bc169f07e40e889087fd2e and a5c3785"],
  ["a quote in an alert", "> [!NOTE]\n> > Fixes #1"],
  ["a quote that only mentions an alert", "> As in [!NOTE]\n> Fixes #1"],
  ["a quote after an alert", "> [!TIP]\n> Text\n\nText\n\n> Fixes #1"],
  ["a fence in a fence", "````\n```\nFixes #1\n```\n````"],
  ["code in an item", "- Item\n\n      Fixes #1"],
  ["a comment that nobody ended", "<!-- Fixes #1\n\nFixes #2"],
  ["words glued to it", "x#1 é#1 _#1a a&#1; GH-1x xGH-1"],
  ["numbers that no issue has", "#2147483648 #99999999999999"],
  ["something invisible between sign and number", "#<!-- -->12 and #&#8203;13"],
  ["an address inside another", "https://example.org/?u=https://github.com/tidy/shelf/issues/1"],
  ["an address at another host", "https://github.com.example.org/tidy/shelf/issues/1 https://gitlab.com/a/b/issues/1"],
  ["an address that is meant to leave no trail", "[#1](https://redirect.github.com/tidy/shelf/issues/1)"],
  ["other pages", "https://github.com/tidy/shelf/discussions/1 https://github.com/tidy/shelf/issues/new"],
  [
    "an address of another thing",
    "https://github.com/tidy/shelf/security/advisories/GHSA-1111-2222-3333 https://github.com/orgs/tidy/discussions/1",
  ],
  [
    "an address of something like an issue",
    "https://github.com/tidy/shelf/issues/1-a https://github.com/tidy/shelf/pull/1.diff",
  ],
  ["a mail address", "me@example.org#1"],
])("%s holds no reference", (_what, text) => {
  expect(show(text)).toEqual([]);
});

test("on a GitHub Enterprise server its own addresses count and those of github.com do not", () => {
  const around = { ...context, webUrl: "https://git.example.org" };
  expect(show("https://git.example.org/a/b/issues/1 https://github.com/a/b/issues/2", around)).toEqual(["a/b#1"]);
});

test("a reference is quoted with its line, and with the line before when its phrase starts there", () => {
  const found = findReferences(parseBody("One\nIt fixes\n#1, and see #2\n#3"), context);
  expect(found.map(({ line, quote }) => [line, quote])).toEqual([
    [3, "It fixes #1, and see #2"],
    [3, "#1, and see #2"],
    [4, "#3"],
  ]);
});

test("a quote holds at most 200 characters", () => {
  const [found] = findReferences(parseBody(`Fixes #1 ${"x".repeat(500)}`), context);
  expect(found?.quote).toHaveLength(200);
});

test("in a body that is indented as a whole GitHub draws nothing, and its author still meant it", () => {
  const body = parseBody("    - Fixes #1\n    - and more");
  expect(findReferences(body, context)).toEqual([]);
  expect(readReferences(body, context).map(({ linking, closing }) => [linking, closing])).toEqual([[true, false]]);
});

test("any text gives references that stand on one of its lines, in order", () => {
  const piece = fc.constantFrom(
    "Fixes ",
    "#1",
    "#2",
    ", ",
    " and ",
    "\n",
    "\n\n",
    "a/b#3",
    "GH-4",
    "[#5](https://github.com/a/b/issues/6)",
    "https://github.com/a/b/issues/7",
    "`",
    "> ",
    "| ",
    "part of ",
    "<b>",
    "</b>",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      const found = findReferences(parseBody(text), context);
      const blocks = found.map(({ block }) => block);
      expect(blocks).toEqual(blocks.toSorted((a, b) => a - b));
      for (const { line, closing, linking, reference } of found) {
        expect(line).toBeLessThanOrEqual(text.split(/\r\n?|\n/u).length);
        expect(reference.number).toBeGreaterThan(0);
        expect(closing && !linking).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { type FindContext, findReferences, readReferences } from "../../../src/sources/links/find-references.ts";

const context: FindContext = {
  repository: { owner: "tidy", name: "shelf" },
  webUrl: "https://github.com",
  keywords: [],
};

/** Each reference as GitHub would show it from elsewhere, with "!" where it closes and "~" where it only links. */
function show(text: string, around = context): readonly string[] {
  return findReferences(parseBody(text), around).map(({ reference: { owner, name, number }, closing, linking }) => {
    const sign = closing ? "!" : linking ? "~" : "";
    return `${sign}${owner === "tidy" && name === "shelf" ? "" : `${owner}/${name}`}#${number}`;
  });
}

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
  ["a path", "docs/a/b#1 and a/#1"],
  ["words glued to it", "x#1 é#1 _#1a a&#1; GH-1x xGH-1"],
  ["numbers that no issue has", "#2147483648 #99999999999999"],
  ["something invisible between sign and number", "#<!-- -->12 and #&#8203;13"],
  ["an address inside another", "https://example.org/?u=https://github.com/tidy/shelf/issues/1"],
  ["an address at another host", "https://github.com.example.org/tidy/shelf/issues/1 https://gitlab.com/a/b/issues/1"],
  ["an address that is meant to leave no trail", "[#1](https://redirect.github.com/tidy/shelf/issues/1)"],
  ["other pages", "https://github.com/tidy/shelf/discussions/1 https://github.com/tidy/shelf/issues/new"],
  [
    "an address of something like an issue",
    "https://github.com/tidy/shelf/issues/1-a https://github.com/tidy/shelf/pull/1.diff",
  ],
  ["a mail address", "me@example.org#1"],
])("%s holds no reference", (_what, text) => {
  expect(show(text)).toEqual([]);
});

test.each([
  [
    "all nine keywords, in any case",
    "close #1 Closes #2 closed #3 fix #4 FIXES #5 fixed #6 resolve #7 resolves #8 Resolved #9",
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `!#${n}`),
  ],
  ["a colon", "Fixes: #1\n\n* resolves : #2", ["!#1", "!#2"]],
  ["a line wrap between", "This change fixes\n#1.", ["!#1"]],
  ["only the first of a list", "Fixes #1, #2 and tidy/box#3", ["!#1", "~#2", "~tidy/box#3"]],
  ["a list without commas", "fix #1 #2", ["!#1", "~#2"]],
  ["each with a keyword of its own", "Closes #1, closes #2", ["!#1", "!#2"]],
  ["not a list that something else breaks", "Fixes #1 by what #2 began", ["!#1", "#2"]],
  ["not with a word between", "Fixes issue #1 and closes the bug: #2", ["~#1", "~#2"]],
  ["not before a written link", "Fixes [#1](https://github.com/tidy/shelf/issues/1)", ["~#1"]],
  ["not inside a written link", "[Fixes #1](https://github.com/tidy/shelf/issues/1)", ["~#1"]],
  ["not before the address of a pull request", "Port of the fix https://github.com/tidy/shelf/pull/1", ["~#1"]],
  ["not with the keyword glued to other words", "prefixes #1, hot-fix #2, xfixes #3", ["#1", "#2", "#3"]],
  ["not from the cell before", "|a|b|\n|-|-|\n|Fixes|#1|", ["#1"]],
  ["not from the block before", "Fixes\n\n#1", ["#1"]],
])("GitHub closes %s", (_what, text, found) => {
  expect(show(text)).toEqual(found);
});

test.each([
  "Part of #1",
  "part of the epic #1",
  "Relates to #1",
  "Related: #1",
  "related to: #1",
  "Refs #1",
  "refs (#1)",
  "Ref: #1",
  "References #1",
  "Towards #1",
  "toward GH-1",
  "Problem: #1",
  "Problem\n#1",
  "Related issues: #1",
])("%j links and closes nothing", (text) => {
  expect(show(text)).toEqual(["~#1"]);
});

test.each(["See #1", "as in #1", "#1 is part of it", "apart of #1", "Depends on #1", "no problem with #1"])(
  "%j only mentions",
  (text) => {
    expect(show(text)).toEqual(["#1"]);
  },
);

test("configured phrases link too, and their signs mean nothing else", () => {
  const around = { ...context, keywords: ["gehört  zu", "story (.*)"] };
  expect(show("Gehört zu #1", around)).toEqual(["~#1"]);
  expect(show("Story (.*) #1", around)).toEqual(["~#1"]);
  expect(show("story abc #1", around)).toEqual(["#1"]);
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

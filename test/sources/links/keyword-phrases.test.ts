import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { findReferences } from "../../../src/sources/links/find-references.ts";
import { context, show } from "./show-references.ts";

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
  [
    "not a path or an address without its protocol",
    "Fixes tidy/box/issues/1, fixes github.com/tidy/box/issues/2",
    ["~tidy/box#1", "~tidy/box#2"],
  ],
  ["only the first of numbers glued to each other", "Fixes #1/#2-#3", ["!#1", "~#2", "~#3"]],
  [
    "whatever marks stand around the keyword",
    "**Fixes** #1 **Fixes:** #2 _closes_ **#3** Fixes:#4",
    ["!#1", "!#2", "!#3", "!#4"],
  ],
  ["what the author says it does not", "This does not fix #1, and doesn't close #2", ["!#1", "!#2"]],
  ["not with other signs between", "Fixes - #1, fixes => #2, fixes. #3", ["#1", "#2", "#3"]],
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

test.each([
  "Not part of #1",
  "This isn't part of #1",
  "This isn’t really related to #1",
  "no longer part of the epic #1",
  "neither part of #1",
  "It is not the problem #1",
  "unrelated to #1",
  "Unrelated: #1",
  "does not fix issue #1",
  "does not fix [#1](https://github.com/tidy/shelf/issues/1)",
])("%j says that it does not link", (text) => {
  expect(show(text)).toEqual(["#1"]);
  expect(findReferences(parseBody(text), context)).toMatchObject([{ denied: true }]);
});

test("what is denied of a list is denied of all in it, and of nothing behind it", () => {
  expect(show("Not part of #1, #2 or #3. Part of #4")).toEqual(["#1", "#2", "#3", "~#4"]);
});

test.each(["Not only part of #1", "It does not hurt. Part of #1", "No, this is part of #1", "Why not? Refs #1"])(
  "%j denies nothing",
  (text) => {
    expect(show(text)).toEqual(["~#1"]);
  },
);

test("configured phrases link too, and their signs mean nothing else", () => {
  const around = { ...context, keywords: ["gehört  zu", "story (.*)"] };
  expect(show("Gehört zu #1", around)).toEqual(["~#1"]);
  expect(show("Story (.*) #1", around)).toEqual(["~#1"]);
  expect(show("story abc #1", around)).toEqual(["#1"]);
});

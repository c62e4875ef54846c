import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { readStatements } from "../../../src/core/statements/read-statements.ts";
import { vocabularySchema } from "../../../src/core/statements/vocabulary.ts";
import { names, read, show } from "./read.ts";

test.each([
  ["a heading", "## Problem\n\nNobody finds the export.\nThey ask us.", "Nobody finds the export."],
  ["a heading with number, emoji and case", "### 1. 🎯 WHAT PROBLEM DOES THIS SOLVE?\nIt fails", "It fails"],
  ["a bold line", "**Problem statement**\nIt fails", "It fails"],
  [
    "a bold question with a request behind it",
    "**Is your feature request related to a problem? Please describe.**\n\nIt fails",
    "It fails",
  ],
  ["a label", "Problem:\n\nIt fails", "It fails"],
  ["a field", "Problem: it fails", "it fails"],
  ["a bold field in a list", "- **Problem:** it fails", "it fails"],
  ["the title itself", "## Problem: it fails\n\nMore", "it fails"],
  ["a row of a table", "| Q | A |\n|-|-|\n| Problem | it fails |", "it fails"],
  [
    "an answer to a form",
    "### What problem are you trying to solve?\n\nIt fails\n\n### Metric\n\n_No response_",
    "It fails",
  ],
  ["a heading of two names", "## Problem / context\n\nIt fails", "It fails"],
  ["an outcome block", "```outcome\nproblem: it fails\n```", "it fails"],
  ["what stands below a heading of its own", "## Problem\n\n### Today\n\nIt fails", "It fails"],
  ["a bold sentence under the heading", "## Problem\n\n**It fails for everyone**", "It fails for everyone"],
  ["words with code in them", "## Problem\n\n`run()` fails", "run() fails"],
  ["a heading in HTML", "<h3>Problem</h3>\n\nIt fails", "It fails"],
])("a problem is stated under %s", (_where, text, quote) => {
  expect(show(read(text).problem)).toBe(`stated: ${quote}`);
});

test.each([
  ["a heading that often stands over something else", "## Why\n\nBecause\n\n## Motivation\n\nSo"],
  ["a heading in a comment", "<!--\n## Problem\n\nIt fails\n-->"],
  ["a heading in a quote", "> ## Problem\n> It fails"],
  ["a heading in code", "```\n## Problem\nIt fails\n```"],
  ["a word in a longer heading", "## Problem solving for beginners\n\nText"],
  ["a heading with only a link to the issue under it", "## Problem\n\nFixes #12\n\nSee https://example.org/1"],
  ["a heading with only a picture under it", "## Problem\n\n![what happens](x.png)"],
  ["no body", null],
])("%s states no problem", (_what, text) => {
  expect(read(text).problem).toEqual({ grade: "absent" });
});

test.each([
  "N/A",
  "n/a.",
  "TBD",
  "None",
  "-",
  ".",
  "…",
  "???",
  "see title",
  "See the title",
  "same as above",
  "TODO",
  "_No response_",
  "fill me in",
  "🚀 🎉",
  "As title",
  "Ditto",
  "see commit message",
])("%j under a heading is hollow", (filler) => {
  expect(read(`## Problem\n\n${filler}\n`).problem.grade).toBe("hollow");
  expect(read(`Problem: ${filler}\n`).problem.grade).toBe("hollow");
});

test("an empty heading is hollow, and quotes itself", () => {
  expect(show(read("## Problem\n\n## Solution\n\nNew code").problem)).toBe("hollow: Problem");
});

test("an unticked box says nothing, a ticked one does", () => {
  expect(read("## Problem\n\n- [ ] It fails").problem.grade).toBe("hollow");
  expect(show(read("## Problem\n\n- [x] It fails").problem)).toBe("stated: It fails");
});

test("the place that states it stands before one that is hollow, wherever they are", () => {
  const { problem } = read("## Problem\n\nTBD\n\n## Notes\n\nProblem: it fails");
  expect(problem).toEqual({
    grade: "stated",
    value: "it fails",
    quote: "it fails",
    place: { kind: "field", name: "Problem", line: 7 },
  });
});

test("an outcome block stands before everything else", () => {
  expect(show(read("Problem: from the text\n\n```outcome\nproblem: from the block\n```").problem)).toBe(
    "stated: from the block",
  );
});

test("what a heading holds for another statement is not its own", () => {
  const text = "## Problem\n\nEvidence: 12 tickets\n\n### Metric\n\nSign-ups";
  expect(show(read(text).problem)).toBe("hollow: Problem");
  expect(show(read(text).evidence)).toBe("stated: 12 tickets");
  expect(show(read(text).metric)).toBe("stated: Sign-ups");
});

test.each([
  ["a link", "https://example.org/report", "https://example.org/report"],
  ["an issue", "#12", "#12"],
  ["a log", "```\n\nError: no\n```", "Error: no"],
  ["a picture", "![chart](x.png)", "chart"],
  ["what a user said", "> I cannot find it", "I cannot find it"],
  ["steps", "1. Open\n2. Click", "Open"],
])("evidence may be %s", (_what, text, quote) => {
  expect(show(read(`## Evidence\n\n${text}`).evidence)).toBe(`stated: ${quote}`);
});

test.each([
  ["Window: 2 weeks", 14],
  ["## When will we know?\n\nA month after the release", 30],
  ["We believe A will B within two weeks.", 14],
  ["## Success metric\n\nSign-ups rise within a quarter", 91],
  ["```outcome\nwithin: P2W\n```", 14],
])("a window is read from %j", (text, days) => {
  const { window } = read(text);
  expect(window.grade === "stated" && window.value.days).toBe(days);
});

test("a window that the template fills in is the one that the team has chosen", () => {
  expect(show(read("Window: 14 days", ["Window: 14 days"]).window)).toBe("stated: 14 days");
});

test("a field about other windows is no window", () => {
  expect(read("Window: now resizes").window).toEqual({ grade: "absent" });
  expect(show(read("Window: TBD").window)).toBe("hollow: TBD");
});

test("the metric of the hypothesis is the metric where none has a place of its own", () => {
  const claim = "We believe A for B will C. We will know when sign-ups rise from 1 to 2.";
  expect(show(read(claim).metric)).toBe(`stated: ${claim}`);
  expect(show(read(`${claim}\n\nMetric: churn`).metric)).toBe("stated: churn");
});

test.each([
  ["Exploring: do people want this?", "stated: do people want this?"],
  ["## Exploration\n\nDo people want this?", "stated: Do people want this?"],
  ["```outcome\nexploring: do people want this?\n```", "stated: do people want this?"],
  ["Exploring: QUESTION", "template: QUESTION"],
  ["We are exploring options: a and b", "absent"],
])("exploration in %j is %s", (text, shown) => {
  expect(show(read(text).exploration)).toBe(shown);
});

test.each([
  ["No outcome: a typo in a comment", "stated: a typo in a comment"],
  ["Text\nno outcome: internal clean-up\nmore", "stated: internal clean-up"],
  ["- **No outcome:** internal clean-up", "stated: internal clean-up"],
  ["```outcome\nno_outcome: internal clean-up\n```", "stated: internal clean-up"],
  ["No outcome:", "hollow: No outcome"],
  ["No outcome: N/A", "hollow: N/A"],
  ["No outcome: REASON", "template: REASON"],
  ["`No outcome: hidden`", "absent"],
  ["> No outcome: quoted", "absent"],
  ["<!-- No outcome: hidden -->", "absent"],
  ["There was no outcome: we stopped", "absent"],
  ["## No outcome\n\nJust because", "absent"],
])("opting out in %j is %s", (text, shown) => {
  expect(show(read(text).optOut)).toBe(shown);
});

test("configured headings come on top of the usual ones, and without languages stand alone", () => {
  const text = "## Ausgangslage\n\nEs fehlt\n\nKein Ergebnis: Tippfehler";
  const headings = { problem: ["Ausgangslage"], opt_out: ["Kein Ergebnis"] };
  const vocabulary = vocabularySchema.parse({ headings });
  const found = readStatements(
    { kind: "pull_request", title: "", body: parseBody(text) },
    { vocabulary, templates: [] },
  );
  expect(show(found.problem)).toBe("stated: Es fehlt");
  expect(show(found.optOut)).toBe("stated: Tippfehler");
  const alone = vocabularySchema.parse({ languages: [], headings });
  expect(
    readStatements(
      { kind: "pull_request", title: "", body: parseBody("## Problem\n\nIt fails") },
      { vocabulary: alone, templates: [] },
    ).problem.grade,
  ).toBe("absent");
});

test("unknown words in the vocabulary are errors", () => {
  expect(vocabularySchema.safeParse({ headings: { problems: [] } }).success).toBe(false);
});

test("any text gives readings that quote one of its lines, and reading it as its own template states nothing new", () => {
  const piece = fc.constantFrom(
    "## Problem\n",
    "## Hypothesis\n",
    "**Metric**\n",
    "Evidence: ",
    "We believe a for b will c",
    " because d.",
    "\n",
    "\n\n",
    "TBD",
    "Window: 2 weeks",
    "- ",
    "| ",
    "> ",
    "```outcome\n",
    "```\n",
    "metric: [a, b]\n",
    "- [ ] ",
    "<!--",
    "-->",
    "No outcome: ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      const [found, own] = [read(text), read(text, [text])];
      for (const name of names) {
        const reading = found[name];
        if (reading.grade === "absent") continue;
        expect(reading.quote.length).toBeLessThanOrEqual(200);
        expect(reading.place.line).toBeLessThanOrEqual(text.split(/\r\n?|\n/u).length);
        expect(own[name].grade === "stated" && name !== "window").toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

import { describe, expect, test } from "vitest";
import { rules } from "../../src/core/rules/index.ts";
import { parseBody } from "../../src/core/markdown/parse-body.ts";
import type { Subject } from "../../src/core/statements/prose/prose.ts";
import { readTexts } from "../../src/sources/read-texts.ts";
import { gatherSettings, issueReading } from "../support/readings.ts";

const pullRequest = (text: string): Subject => ({ kind: "pull_request", title: "Show it", body: parseBody(text) });

const problem = "## Problem\n\nBuyers see another price at the till.";

describe("a text", () => {
  test("is read with its statements", () => {
    const { problem: read } = readTexts([], gatherSettings()).read(pullRequest(problem));
    expect(read).toMatchObject({ grade: "stated", value: "Buyers see another price at the till." });
  });

  test("that is still the template's states nothing", () => {
    const { problem: read } = readTexts([problem], gatherSettings()).read(pullRequest(problem));
    expect(read.grade).toBe("template");
  });

  const pasted = rules.flatMap(({ id, paste }) => (paste === null ? [] : [{ id, paste }]));

  test.each(pasted.filter(({ paste }) => /\b[A-Z]{3,}\b/.test(paste)))(
    "that is our line to paste for $id, unchanged, states nothing",
    ({ paste }) => {
      const read = readTexts([], gatherSettings()).read(pullRequest(paste));
      expect(Object.values(read).filter(({ grade }) => grade === "stated")).toEqual([]);
    },
  );

  test("that is our line to paste for a window is an answer as it is", () => {
    expect(readTexts([], gatherSettings()).read(pullRequest("Window: 14 days")).window).toMatchObject({
      grade: "stated",
      value: { days: 14 },
    });
  });

  test("that is our way out, unchanged, gives no reason", () => {
    expect(readTexts([], gatherSettings()).read(pullRequest("No outcome: REASON")).optOut.grade).toBe("template");
  });
});

test("an issue is read with what its text says, and nothing else of the text", () => {
  const issue = readTexts([], gatherSettings()).readIssue(issueReading("#12", { body: problem }));
  expect(issue).toMatchObject({ title: "Title of 12", statements: { problem: { grade: "stated" } } });
  expect(issue).not.toHaveProperty("body");
});

test("of more templates than any repository has, the first are known", () => {
  const many = Array.from(
    { length: 100 },
    (_, index) => `## Problem ${index}\n\nSay what ${index} is.\n${" ".repeat(9000)}`,
  );
  const readOf = (index: number) =>
    readTexts(many, gatherSettings()).read(pullRequest(`## Problem\n\nSay what ${index} is.`)).problem.grade;
  expect([readOf(0), readOf(20), readOf(99)]).toEqual(["template", "template", "stated"]);
});

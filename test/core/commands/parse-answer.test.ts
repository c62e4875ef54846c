import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../../src/core/commands/parse-answer.ts";

describe("what became of a hypothesis, as somebody says it in a comment", () => {
  test.each([
    ["/outcome validated", "validated", ""],
    ["/outcome invalidated Nobody saw the total.", "invalidated", "Nobody saw the total."],
    ["/Outcome Inconclusive: too few visitors\n\nMore about it.", "inconclusive", "too few visitors"],
    ["\n\n/outcome   invalidated   see #34  ", "invalidated", "see #34"],
    ["/outcome invalidated **Nobody** saw `it`", "invalidated", "Nobody saw it"],
  ])("%j is read with its note", (comment, outcome, note) => {
    expect(parseAnswer(comment)).toEqual({ outcome, note });
  });

  test.each([
    "",
    "/outcome",
    "/outcome reverted",
    "/outcome invalid",
    "/outcomes invalidated",
    "/outcome skip invalidated",
    "We say: /outcome invalidated",
    "Hello\n/outcome invalidated",
    "> /outcome invalidated",
    "`/outcome invalidated`",
    "```\n/outcome invalidated\n```",
    "    /outcome invalidated",
    "- /outcome invalidated",
    "# /outcome invalidated",
    "<!-- /outcome invalidated -->",
    "/outcome invalidated\n---",
  ])("%j says nothing of the kind", (comment) => {
    expect(parseAnswer(comment)).toBeNull();
  });
});

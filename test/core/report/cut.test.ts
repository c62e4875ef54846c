import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { cutToSize, longestText } from "../../../src/core/report/cut.ts";

const notice = "_(1 more line was left out: GitHub takes no longer text)_";

describe("a text", () => {
  test.each([longestText - 1, longestText])("of %i characters stands as it is", (length) => {
    expect(cutToSize("x".repeat(length))).toBe("x".repeat(length));
  });

  test("of one character more is cut, says so and fits", () => {
    const cut = cutToSize("x".repeat(longestText + 1));
    expect(cut.endsWith(notice)).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(longestText);
  });

  test("is cut at the end of a line", () => {
    expect(cutToSize(`first\n${"x".repeat(200)}`, 150)).toBe(`first\n\n${notice}`);
  });

  test("tells how many lines are left out", () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`);
    const [kept = "", told = ""] = cutToSize(lines.join("\n"), 200).split("\n\n");
    expect(kept).toMatch(/^line 1\n.*\nline \d+$/s);
    const left = 100 - kept.split("\n").length;
    expect(told).toBe(`_(${left} more lines were left out: GitHub takes no longer text)_`);
  });

  test.each([0, 1])("of one line is not cut within a character: %i", (shift) => {
    const cut = cutToSize("x".repeat(shift) + "🙂".repeat(200), 150);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut).toContain("🙂\n\n");
  });

  test("cut within a block of code closes it", () => {
    const cut = cutToSize(`before\n\`\`\`text\n${"code\n".repeat(100)}\`\`\`\nafter`, 200);
    expect(cut.match(/^```/gm)).toHaveLength(2);
    expect(cut).toMatch(/\n```\n\n_\(\d+ more lines were left out: GitHub takes no longer text\)_$/);
  });

  test("cut behind a block of code leaves it closed", () => {
    const cut = cutToSize(`\`\`\`text\ncode\n\`\`\`\n${"after\n".repeat(100)}`, 200);
    expect(cut.match(/^```/gm)).toHaveLength(2);
  });

  test("always fits, whatever it is", () => {
    const lines = fc.array(fc.constantFrom("```", "text 🙂", "", "| a | b |", "🙂".repeat(50)), { maxLength: 200 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 100, max: 2_000 }), (parts, longest) => {
        const cut = cutToSize(parts.join("\n"), longest);
        expect(cut.length).toBeLessThanOrEqual(longest);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

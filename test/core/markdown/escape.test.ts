import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { inlineCode, oneLine, tableCell } from "../../../src/core/markdown/escape.ts";
import { join, md } from "../../../src/core/markdown/markdown.ts";
import { codeOf } from "../../support/github-markdown.ts";
import { anyForeignText } from "../../support/foreign-text.ts";

describe("foreign text", () => {
  test.each([
    ["plain", "`plain`"],
    ["", "(empty)"],
    [" \n\t ", "(empty)"],
    ["\u200b\u202e", "(empty)"],
    ["two\r\nlines\u2028and more", "`two lines and more`"],
    ["a `b` c", "``a `b` c``"],
    ["`b`", "`` `b` ``"],
    ["``", "``` `` ```"],
    ["a|b", "`a|b`"],
    ["<!-- x -->", "`<\u200b!-- x -->`"],
    ["right\u202eto left", "`right to left`"],
    ["bell\u0007", "`bell`"],
    ["half \ud83d", "`half \ufffd`"],
    ["می‌خواهم", "`می‌خواهم`"],
    ["র‍্যাব ന്‍ ශ්‍රී क्‍ष", "`র‍্যাব ന്‍ ශ්‍රී क्‍ष`"],
    ["👨‍👩‍👧 👩🏽‍🤝‍👨🏻 🏳️‍🌈 ❤️‍🔥", "`👨‍👩‍👧 👩🏽‍🤝‍👨🏻 🏳️‍🌈 ❤️‍🔥`"],
    ["pass\u200dword, pass\u200cword", "`pass word, pass word`"],
    ["می\u200c\u200cخ می\u200c\u202eخ \u200dمی", "`می خ می خ می`"],
    ["👨\u200d\u200d👩 👨\u200da \u200d👨 👨\u200c👩", "`👨 👩 👨 a 👨 👨 👩`"],
  ])("%o is shown as %o", (text, shown) => {
    expect(inlineCode(text)).toBe(shown);
  });

  test("shows nothing that hides or turns text: what joins letters and pictures stands alone, behind what it shapes", () => {
    const pieces = fc.constantFrom(
      "\u200c",
      "\u200d",
      "\u202e",
      "\u2066",
      "\u200b",
      "م",
      "ि",
      "्",
      "👩",
      "🏽",
      "\ufe0f",
      "a",
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (parts, longest) => {
        const shown = oneLine(parts.join(""), longest);
        const left = shown.replace(/(?<=[مि्])[\u200c\u200d](?!\p{Cf})|(?<=👩|🏽|👩\ufe0f)\u200d(?=👩)/gu, "");
        expect(left).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(Array.from(shown).length).toBeLessThanOrEqual(longest);
        expect(oneLine(shown, longest)).toBe(shown);
      }),
      { numRuns: 1000 },
    );
  });

  test("is cut at 200 characters, never within one", () => {
    expect(inlineCode("x".repeat(200))).toBe(`\`${"x".repeat(200)}\``);
    expect(inlineCode("x".repeat(201))).toBe(`\`${"x".repeat(199)}…\``);
    expect(inlineCode("🙂".repeat(200))).toBe(`\`${"🙂".repeat(200)}\``);
    expect(inlineCode("🙂".repeat(201))).toBe(`\`${"🙂".repeat(199)}…\``);
  });

  test("is cut behind a word where one ends near", () => {
    expect(oneLine(`${"x".repeat(10)} finished by then`, 20)).toBe(`${"x".repeat(10)} finished…`);
    expect(oneLine(`${"x".repeat(10)} nearly finished`, 20)).toBe(`${"x".repeat(10)} nearly…`);
    expect(oneLine(`a ${"x".repeat(60)}`, 50)).toBe(`a ${"x".repeat(47)}…`);
  });

  test.each([1, 8, 9, 79, 80, 81, 199, 5_000])(
    "cannot break out by %i backticks: GitHub holds no fence of 80",
    (count) => {
      const shown = inlineCode(`${"`".repeat(count)} @org/team`);
      expect(/^`+/.exec(shown)?.[0].length).toBeLessThanOrEqual(9);
      expect(codeOf(shown)).toHaveLength(1);
    },
  );

  test("is one code span, whatever it is", () => {
    fc.assert(
      fc.property(anyForeignText, (text) => {
        const shown = inlineCode(text);
        if (shown === "(empty)") return;
        expect(codeOf(`before ${shown} after`)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

test.each(["a|b", "a\\|b", "a\\\\|b", "|", "||", "\\"])("in a table cell, %o reads as it was written", (text) => {
  expect(codeOf(`| a | b |\n| --- | --- |\n| ${tableCell(inlineCode(text))} | x |`)).toEqual([text]);
});

describe("our prose", () => {
  test("escapes strings, and lets numbers and what was made with md stand", () => {
    expect(md`${"@ada"} said ${3} times ${md`**so**`}`.markdown).toBe("`@ada` said 3 times **so**");
  });

  test("is joined as it is", () => {
    expect(join([md`a ${"b"}`, md`c`], ", ").markdown).toBe("a `b`, c");
    expect(join([], ", ").markdown).toBe("");
  });
});

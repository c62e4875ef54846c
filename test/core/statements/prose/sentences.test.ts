import { describe, expect, test } from "vitest";
import { parseBody } from "../../../../src/core/markdown/parse-body.ts";
import { cuePatterns, titleRoles } from "../../../../src/core/statements/prose/cue-patterns.ts";
import { englishCues } from "../../../../src/core/statements/languages/en/cues.ts";
import { findSentences, type Sentence } from "../../../../src/core/statements/prose/sentences.ts";
import { templateWords } from "../../../../src/core/statements/template-words.ts";

const english = titleRoles([cuePatterns(englishCues)]);

function sentences(text: string, template = ""): readonly Sentence[] {
  return findSentences(parseBody(text), english, templateWords([parseBody(template)]));
}

function texts(text: string, template?: string): readonly string[] {
  return sentences(text, template).map((sentence) => sentence.text);
}

describe("a text is read sentence by sentence", () => {
  test("across lines that were only wrapped, with the line on which each begins", () => {
    const wrapped =
      "The price at the till is another one than the price that\nthe shelf shows. Buyers notice.\n\nIt began in May.";
    expect(sentences(wrapped).map(({ text, line }) => `${line} ${text}`)).toEqual([
      "1 The price at the till is another one than the price that the shelf shows.",
      "2 Buyers notice.",
      "4 It began in May.",
    ]);
  });

  test("and lines that were ended on purpose are sentences of their own", () => {
    expect(texts("SUMMARY\nIt fails\nVersion: 3\n")).toEqual(["SUMMARY", "It fails", "Version: 3"]);
  });

  test("abbreviations, versions and file names do not end one", () => {
    expect(texts("Open a file, e.g. README.md of v1.2, and it fails. Nothing helps.")).toEqual([
      "Open a file, e.g. README.md of v1.2, and it fails.",
      "Nothing helps.",
    ]);
  });

  test("a full stop of Chinese or Japanese ends one", () => {
    expect(texts("価格が違います。客が困ります。")).toEqual(["価格が違います。", "客が困ります。"]);
  });

  test("list items and cells stand alone; boxes to tick, code, quotes and comments are not read", () => {
    const text =
      "- It fails\n- [ ] I have tested it\n\n| a | b |\n| - | - |\n| one | two |\n\n> He said so.\n\n```\nIt fails\n```\n<!-- It fails -->";
    expect(sentences(text).map((one) => `${one.form}: ${one.text}`)).toEqual([
      "item: It fails",
      "row: one",
      "row: two",
    ]);
  });

  test("without the template's lines and the words of a form", () => {
    expect(texts("Say what happens.\n\nIt fails.\n\n[describe the problem]", "Say what happens.")).toEqual([
      "It fails.",
    ]);
  });

  test("inline code stands in what is shown and is masked in what is said", () => {
    const [sentence] = sentences("`does not work` is a flag.");
    expect(sentence).toMatchObject({ text: "does not work is a flag." });
    expect(sentence?.prose).not.toContain("work");
    expect(sentence?.prose).toHaveLength(sentence?.text.length ?? 0);
  });

  test("a text without end is read as far as anybody would", () => {
    const read = texts("It fails again and again. ".repeat(5000)).join("");
    expect(read.length).toBeGreaterThan(10_000);
    expect(read.length).toBeLessThan(21_000);
  });
});

describe("what a heading is there for holds for what stands under it", () => {
  test.each([
    ["## Why?", "why"],
    ["**Motivation and Context**", "why"],
    ["### What is the current behavior?", "why"],
    ["## What changed?", "change"],
    ["### Proposed changes", "change"],
    ["## Steps to reproduce", "steps"],
    ["## Expected behaviour", "wish"],
    ["## How has this been tested?", "aside"],
    ["## Checklist", "aside"],
    ["## Release notes", "aside"],
    ["## Pricing at the till", "open"],
  ])("%s: %s", (heading, role) => {
    expect(sentences(`${heading}\n\nIt fails.`)).toMatchObject([{ text: "It fails.", role }]);
  });

  test("up to the next heading of its level, through those below that tell nothing", () => {
    const text = "It is one.\n\n## Why\n\n### On phones\n\nIt is two.\n\n## Till\n\nIt is three.";
    expect(sentences(text).map(({ role }) => role)).toEqual(["open", "why", "open"]);
  });
});

describe("of a text of 64 KiB only as much is read as anybody would write", () => {
  test.each([
    ["short paragraphs", "Is it?\n\n"],
    ["short sentences", "No. "],
    ["short lines", "No\n"],
    ["cells", "|a|b|\n|-|-|\n|No|It is|\n\n"],
    ["long sentences", "Nobody sees the total before the payment is done. "],
  ])("%s", (_what, unit) => {
    const read = sentences(unit.repeat(65_536 / unit.length));
    expect(read.length).toBeGreaterThan(100);
    expect(read.length).toBeLessThanOrEqual(1000);
    expect(read.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(20_000);
  });
});

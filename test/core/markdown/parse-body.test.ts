import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/core/markdown/block.ts";
import { longestBody, parseBody } from "../../../src/core/markdown/parse-body.ts";

/** Each block as one line: what it is, what is seen and where. */
function show(text: string | null): readonly string[] {
  return parseBody(text).blocks.map(showBlock);
}

function showBlock(block: Block): string {
  if (block.kind === "code") return `code ${block.info} ${block.number}: ${block.text.trim()}`;
  const what = block.kind === "heading" ? `${block.style} ${block.level}` : block.kind;
  return `${what}: ${block.lines.map(({ number, text }) => `${number} ${text}`).join(" / ")}`;
}

test.each([
  ["no body at all", null, []],
  ["a body of white space", " \r\n\t\n", []],
  [
    "a paragraph, with the lines as they were written",
    "One\r\ntwo\r\n\r\nthree",
    ["text: 1 One / 2 two", "text: 4 three"],
  ],
  ["marks, which are not shown", "A **bold** _word_ and ~~none~~", ["text: 1 A bold word and none"]],
  ["inline code, which is shown", "Call `run()` twice", ["text: 1 Call run() twice"]],
  ["a comment, which is not", "Before <!-- hidden\nstill --> after", ["text: 1 Before  after"]],
  ["a comment over blocks", "<!--\nFixes #1\n\n## Problem\n-->\nVisible", ["text: 6 Visible"]],
  ["a comment that is never closed", "One\n\n<!-- two\n\nthree", ["text: 1 One"]],
  ["text behind a comment on its last line", "<!-- hidden --> shown", ["text: 1 shown"]],
  ["a quote with its lazy line", "> said\nand more\n\nmine", ["quote: 1 said / 2 and more", "text: 4 mine"]],
  ["a quote in HTML over blocks", "<blockquote>\n\nsaid\n\n</blockquote>\n\nmine", ["quote: 3 said", "text: 7 mine"]],
  ["a quote inside a paragraph", "mine <blockquote>said</blockquote> again", ["text: 1 mine  again"]],
  ["a fence with its info string", "```YAML title\na: 1\n```", ["code yaml 1: a: 1"]],
  ["an indented block among others", "One\n\n    code", ["text: 1 One", "code  2: code"]],
  ["headings of both kinds", "# One #\n\nTwo\n---\n", ["heading 1: 1 One", "heading 2: 3 Two"]],
  ["a paragraph with a rule stuck to it", "One\ntwo\n---\nthree", ["text: 1 One / 2 two", "text: 4 three"]],
  ["a heading in HTML", "<h3>Problem</h3>\n<p>It fails</p>", ["heading 3: 1 Problem", "text: 2 It fails"]],
  [
    "bold lines as headings",
    "**Problem**\nIt fails\n\n__Why?__",
    ["bold 7: 1 Problem", "text: 2 It fails", "bold 7: 4 Why?"],
  ],
  ["a bold sentence, which is none", "**It fails.**", ["text: 1 It fails."]],
  ["a label", "Problem:\n\nIt fails", ["label 8: 1 Problem:", "text: 3 It fails"]],
  ["lists", "- one\n  - two\n- three", ["text: 1 one", "text: 2 two", "text: 3 three"]],
  ["a table", "|a|b|\n|-|-|\n|c||\n", ["row: 1 a / 1 b", "row: 3 c / 3 "]],
  ["details", "<details><summary>More</summary>\n\nInside\n</details>", ["text: 1 More", "text: 3 Inside"]],
  ["a picture, by its words", '![a cat](x.png)\n\n<img alt="a dog" src="y">', ["text: 1 a cat", "text: 3 a dog"]],
  ["entities", "a &lt; b\n\n<p>c &amp; d</p>", ["text: 1 a < b", "text: 3 c & d"]],
])("a reader sees %s", (_what, text, blocks) => {
  expect(show(text)).toEqual(blocks);
});

test.each([
  ["in Markdown", "See ![a cat](x.png)", [{ start: 4, end: 9, source: "x.png" }]],
  ["in HTML, without words", 'So <img width="3" src="y?a=1&amp;b">', [{ start: 3, end: 8, source: "y?a=1&b" }]],
  ["in a bold line", "**Now** ![a](x)", [{ start: 4, end: 5, source: "x" }]],
  ["in code, which shows none", "`![a](x)`", []],
])("a picture is kept with its address: %s", (_where, text, images) => {
  const [block] = parseBody(text).blocks;
  expect(block?.kind === "text" ? block.lines[0]?.images : null).toEqual(images);
});

test("a body that is indented as a whole is read, and marked: GitHub draws it as code", () => {
  const body = parseBody("    ## Problem\n\n    - It fails\n\tagain");
  expect(body.indented).toBe(true);
  expect(body.blocks.map(showBlock)).toEqual(["heading 2: 1 Problem", "text: 3 It fails / 4 again"]);
  expect(parseBody("One\n\n    code").indented).toBe(false);
});

test("what is longer than GitHub's limit is not read, and the body says so", () => {
  const body = parseBody(`${"a".repeat(longestBody - 1)}\n\nbeyond`);
  expect(body.cut).toBe(true);
  expect(body.blocks).toHaveLength(1);
  expect(parseBody("a".repeat(longestBody)).cut).toBe(false);
});

test("a link keeps its text and where it leads", () => {
  const [block] = parseBody("See [the issue](https://a.example/1) and <https://b.example>.").blocks;
  expect(block?.kind === "text" && block.lines[0]?.links).toEqual([
    { start: 4, end: 13, href: "https://a.example/1", bare: false },
    { start: 18, end: 35, href: "https://b.example", bare: true },
  ]);
});

test("code and the words of pictures are masked in what the author says, at the same places", () => {
  const [block] = parseBody("Run `Fixes #1` ![#2](x)").blocks;
  const line = block?.kind === "text" ? block.lines[0] : undefined;
  expect(line?.text).toBe("Run Fixes #1 #2");
  expect(line?.prose).toBe(`Run ${"\uFFFC".repeat(8)} ${"\uFFFC".repeat(2)}`);
});

test("task list boxes are taken off their items", () => {
  const boxes = parseBody("- [ ] open\n- [x] ticked\n- plain [ ]").blocks.flatMap((block) =>
    block.kind === "text" ? block.lines.map(({ box, text }) => [box, text]) : [],
  );
  expect(boxes).toEqual([
    ["open", "open"],
    ["ticked", "ticked"],
    [null, "plain [ ]"],
  ]);
});

test("lines keep their numbers behind a comment that runs over lines", () => {
  expect(show("a <!--\n\n--> b\n\nc <!--\n--> d\ne")).toContain("text: 5 c  d / 7 e");
});

test("any text is read without an error, and every line stands inside the text", () => {
  const piece = fc.constantFrom(
    ..."# |> |- |* |** |_|`|```|~~~|<!--|-->|<blockquote>|</blockquote>|<a href=x>|</a>|[|](|)|![|| a |\n|\r\n|    |---\n|:|#1|&amp;|\t|\0|\uD800".split(
      "|",
    ),
    "|",
    "word",
    "\n|-|-|\n",
    "Problem: ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 80 }), (pieces) => {
      const text = pieces.join("");
      const last = text.split(/\r\n?|\n/u).length;
      for (const block of parseBody(text).blocks) {
        if (block.kind === "code") continue;
        for (const line of block.lines) {
          expect(line.prose).toHaveLength(line.text.length);
          expect(line.number).toBeGreaterThan(0);
          expect(line.number).toBeLessThanOrEqual(last);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["quotes in which a fence ends", "> ~~~\n===\n"],
  ["open brackets", "!["],
  ["open brackets among open comments", "![|<b>--><!--]<pre></b>"],
  ["single ticks", "` "],
  ["open comments", "a <!-- "],
])("a text of 64 KiB of %s is read to its end", (_what, unit) => {
  const end = "\n\n> Fixes #1\n\nThe end";
  const room = longestBody - end.length;
  const blocks = show(unit.repeat(room / unit.length) + end);
  expect(blocks.at(-1)).toMatch(/^text: \d+ The end$/);
  expect(blocks.filter((block) => /^(?:text|heading).*Fixes/.test(block))).toEqual([]);
});

test("a thousand links and open brackets in one paragraph are all read", () => {
  const text = "[a](https://b.example) and [an open one\n".repeat(1000);
  const [block] = parseBody(text).blocks;
  const links = block?.kind === "text" ? block.lines.flatMap((line) => line.links) : [];
  expect(links).toHaveLength(1000);
});

describe("a text made of more than anybody writes is read up to there", () => {
  test.each([
    ["rows of a table", "|a|b|\n|-|-|\n", "|c|d|\n"],
    ["items of a list", "", "- a\n"],
    ["paragraphs", "", "a\n\n"],
    ["tables of one row", "", "|a|b|\n|-|-|\n|c|d|\n\n"],
    ["headings", "", "# a\n"],
  ])("%s", (_what, start, unit) => {
    const blocks = (times: number) => parseBody(start + unit.repeat(times)).blocks.length;
    expect(blocks(1500)).toBeGreaterThanOrEqual(1500);
    expect(blocks(longestBody / unit.length)).toBeLessThan(8000);
  });
});

import { describe, expect, test } from "vitest";
import { parseCommand } from "../../../src/core/commands/parse-command.ts";

describe("a command is read as people write it", () => {
  test.each([
    ["/outcome check", "check", ""],
    ["/Outcome CHECK", "check", ""],
    ["/outcome check\r\n", "check", ""],
    ["\n\n  /outcome check", "check", ""],
    ["/outcome\tcheck", "check", ""],
    ["/outcome   link   #12", "link", "#12"],
    ["/outcome link #12 please", "link", "#12 please"],
    ["/outcome check, please", "check", "please"],
    ["/outcome check.", "check", ""],
    ["/outcome skip it is a typo\n\nThanks!", "skip", "it is a typo"],
    ["/outcome skip it is a typo\r\nand nothing else", "skip", "it is a typo"],
    [
      "/outcome skip a **bold** reason with `code` and a [link](https://example.org)",
      "skip",
      "a bold reason with code and a link",
    ],
    ["/outcome link https://github.com/acme/shop/issues/12", "link", "https://github.com/acme/shop/issues/12"],
    ["/outcome link <https://github.com/acme/shop/issues/12>", "link", "https://github.com/acme/shop/issues/12"],
    ["/outcome link `#12`", "link", "#12"],
    ["/outcome check\u200b", "check", ""],
    ["/outcome link ~~#5~~", "link", ""],
    ["/outcome link #4 ~~#5~~", "link", "#4"],
    ["/outcome link ~#5~ #6", "link", "#6"],
    ["/outcome link #4 <del>#5</del>, #6", "link", "#4 , #6"],
    ["/outcome link #4 <s>#5", "link", "#4"],
    ["/outcome link #4 ~~#5\nand #6~~", "link", "#4"],
    ["/outcome skip `~~` and ~/notes, and ~ this \\~~stays~~", "skip", "~~ and ~/notes, and ~ this ~~stays~~"],
    ["/outcome check\n- - -", "check", ""],
    ["/outcome link\u00a0#12", "link", "#12"],
    ["/outcome", "help", ""],
    ["/outcome \nwhat can I say here?", "help", ""],
    ["/outcome check\n\nOn Monday, Ada wrote:\n> /outcome skip not asked for", "check", ""],
    ["/outcome check\n/outcome skip only the first line counts", "check", ""],
  ])("%j", (comment, name, argument) => {
    expect(parseCommand(comment)).toEqual({ kind: "command", name, argument });
  });

  test("a long argument is cut", () => {
    const parsed = parseCommand(`/outcome skip ${"x".repeat(5000)}`);
    expect(parsed).toMatchObject({ name: "skip", argument: "x".repeat(1000) });
  });
});

describe("what only looks like a command asks for nothing", () => {
  test.each([
    ["an empty comment", ""],
    ["talk about it", "You can say `/outcome check` here."],
    ["a command behind words", "Please /outcome check"],
    ["a command on the second line", "Thanks!\n/outcome check"],
    ["a command in the second paragraph", "Thanks!\n\n/outcome check"],
    ["a mention before it", "@outcome-link /outcome check"],
    ["a quote", "> /outcome check"],
    ["a quote within a quote", "> > /outcome check"],
    ["an alert", "> [!NOTE]\n> /outcome check"],
    ["a quote that goes on", "> talk\n/outcome check"],
    ["a fence", "```\n/outcome check\n```"],
    ["a fence without end", "~~~\n/outcome check"],
    ["an indented block", "    /outcome check"],
    ["an indented block by a tab", "\t/outcome check"],
    ["inline code", "`/outcome check`"],
    ["inline code that begins with it", "`/outcome` check"],
    ["an inline code as its name", "/outcome `check`"],
    ["a heading", "# /outcome check"],
    ["a heading by a line under it", "/outcome check\n==="],
    ["a heading of two lines", "/outcome check\nplease\n---"],
    ["a heading of a hundred lines", `/outcome check\n${"more\n".repeat(100)}===`],
    ["a heading with a line that only looks blank", "/outcome check\n\u00a0\n==="],
    ["a signature that makes a heading", "/outcome check\n-- \nAda"],
    ["a list", "- /outcome check"],
    ["a numbered list", "1. /outcome check"],
    ["a task", "- [ ] /outcome check"],
    ["the head of a table with bars at its ends", "/outcome check\n|---|\n| 1 |"],
    ["the head of a table without bars", "/outcome check\n:--\n1"],
    ["a name that is struck out", "/outcome ~~check~~"],
    ["a name of which a part is struck out", "/outcome un~~check~~"],
    ["a table", "/outcome check | b\n--- | ---\n1 | 2"],
    ["bold", "**/outcome check**"],
    ["bold with words behind it", "**/outcome check** now"],
    ["italics", "*/outcome check*"],
    ["struck out", "~~/outcome check~~"],
    ["a link's text", "[/outcome check](https://example.org)"],
    ["a link's definition", "[a]: /outcome check"],
    ["an image's words", "![/outcome check](https://example.org/a.png)"],
    ["a paragraph of HTML", "<p>/outcome check</p>"],
    ["details", "<details>\n\n/outcome check\n\n</details>"],
    ["an HTML comment", "<!-- /outcome check -->"],
    ["behind an HTML comment", "<!-- hidden -->\n/outcome check"],
    ["a comment that hides its name", "/outcome <!--\n--> check"],
    ["an entity", "&#47;outcome check"],
    ["an escaped slash", "\\/outcome check"],
    ["a slash of another script", "／outcome check"],
    ["letters of another script", "/оutcome check"],
    ["a zero-width character in it", "/out\u200bcome check"],
    ["a zero-width character before it", "\u200b/outcome check"],
    ["a zero-width character behind it", "/outcome\u200b check"],
    ["another word", "/outcomes check"],
    ["a path", "/outcome/check"],
    ["a colon", "/outcome: check"],
    ["two slashes", "//outcome check"],
    ["an e-mail reply that quotes first", "On Monday, Ada wrote:\n> talk\n\n/outcome check"],
    ["GitHub's own quote of a command", "> /outcome skip a typo\n\nWhy?"],
    ["a footnote", "[^1]: /outcome check"],
    ["math", "$$\n/outcome check\n$$"],
  ])("%s", (_title, comment) => {
    expect(parseCommand(comment)).toEqual({ kind: "none" });
  });
});

describe("a mistyped command is told apart, with the one that was probably meant", () => {
  test.each([
    ["/outcome chekc", "chekc", "check"],
    ["/outcome Hypotesis We believe", "Hypotesis", "hypothesis"],
    ["/outcome un-link #12", "un-link", "unlink"],
    ["/outcome helpp", "helpp", "help"],
    ["/outcome invalid nobody saw it", "invalid", "invalidated"],
    ["/outcome Valid", "Valid", "validated"],
    ["/outcome validate", "validate", "validated"],
    ["/outcome inconclusiv", "inconclusiv", "inconclusive"],
    ["/outcome snoze 2 weeks", "snoze", "snooze"],
    ["/outcome banana", "banana", null],
    ["/outcome in a week", "in", null],
    ["/outcome #12", "#12", null],
    ["/outcome is what counts", "is", null],
    ["/outcome constructor", "constructor", null],
  ])("%j", (comment, typed, nearest) => {
    expect(parseCommand(comment)).toMatchObject({ kind: "mistyped", typed, nearest });
  });

  test("with what stands behind it", () => {
    expect(parseCommand("/outcome lnik #12 please")).toMatchObject({ nearest: "link", argument: "#12 please" });
  });

  test("a long word is cut", () => {
    expect(parseCommand(`/outcome ${"x".repeat(5000)}`)).toMatchObject({ kind: "mistyped", typed: "x".repeat(40) });
  });
});

import MarkdownIt from "markdown-it";
import type { Block } from "./block.ts";
import { type Field, findFields } from "./find-fields.ts";
import { findSections, type Section } from "./find-sections.ts";
import { limitBlocks } from "./limit-blocks.ts";
import { limitBrackets } from "./limit-brackets.ts";
import { limitQuotes } from "./limit-quotes.ts";
import { readBlocks } from "./read-blocks.ts";

/** A text as a reader sees it. Comments are not in it; quotes and code are, marked as what they are. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
  /** Longer than GitHub takes: what lies beyond was not read. */
  readonly cut: boolean;
  /**
   * Every line is indented by four spaces, which makes one block of code of the whole text. Nobody means that, so the
   * words are read; GitHub draws no reference in it.
   */
  readonly indented: boolean;
}

/** GitHub refuses longer bodies, in characters. */
export const longestBody = 65_536;

// 20 levels, as CommonMark's own tests assume: at markdown-it's 100, `[[[[` takes five times as long.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting: 20 });

// As markdown-it's own rule, but for empty cells: a hostile table of 64 KiB has 65,000 of them.
markdown.core.ruler.at("inline", ({ tokens, md, env }) => {
  for (const { type, content, children } of tokens) {
    if (type === "inline" && content !== "") md.inline.parse(content, md, env, children ?? []);
  }
});

limitQuotes(markdown);
limitBlocks(markdown);
limitBrackets(markdown);

/** Reads a body once; everything else is found in what this gives. */
export function parseBody(text: string | null): Body {
  const whole = text ?? "";
  const read = whole.slice(0, longestBody);
  const indented = isIndented(read);
  const blocks = readBlocks(markdown.parse(indented ? read.replace(/^(?: {4}|\t)/gm, "") : read, {}));
  return {
    blocks,
    sections: findSections(blocks),
    fields: findFields(blocks),
    cut: whole.length > read.length,
    indented,
  };
}

function isIndented(text: string): boolean {
  return /\S/u.test(text) && !/^(?! {4}|\t)[^\r\n]*[^\s]/m.test(text);
}

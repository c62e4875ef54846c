import type { MarkdownIt } from "markdown-it";
import { endInline, type HtmlState, type Target, writeHtml, writeImage, writeText } from "./html-state.ts";
import type { Line } from "./line.ts";
import { breakLine, closeWriter, endLink, openWriter, startLink, writeBold, writeMasked } from "./line-writer.ts";
import { splitHtml } from "./split-html.ts";

export type Token = ReturnType<MarkdownIt["parse"]>[number];

interface Inline {
  readonly token: Token;
  /** Line of its first character, from 1. */
  readonly number: number;
  readonly html: HtmlState;
  readonly quoted: boolean;
}

/** The lines of one inline token, as a reader sees them. */
export function readInline({ token, number, html, quoted }: Inline): readonly Line[] {
  const target: Target = { html, writer: openWriter(number), quoted };
  const strong = { depth: 0 };
  for (const child of token.children ?? []) readChild(child, target, strong);
  endInline(html);
  return closeWriter(target.writer);
}

function readChild(child: Token, target: Target, strong: { depth: number }): void {
  const { writer } = target;
  switch (child.type) {
    case "text":
      writeWords(target, child.content, strong.depth);
      return;
    case "code_inline":
      if (isShown(target)) writeMasked(writer, child.content);
      return;
    case "softbreak":
    case "hardbreak":
      breakLine(writer, 1);
      return;
    case "strong_open":
    case "strong_close":
      strong.depth += child.nesting;
      return;
    case "link_open":
      startLink(writer, { href: String(child.attrGet("href") ?? ""), bare: child.markup === "autolink" });
      return;
    case "link_close":
      endLink(writer);
      return;
    case "image":
      writeImage(target, { alt: child.content, source: String(child.attrGet("src") ?? "") });
      return;
    case "html_inline":
      for (const part of splitHtml(child.content)) writeHtml(target, part);
      return;
  }
}

function writeWords(target: Target, text: string, bold: number): void {
  if (bold > 0 && isShown(target) && target.html.code === 0) writeBold(target.writer, text);
  else writeText(target, text);
}

function isShown({ html, quoted }: Target): boolean {
  return !html.comment && (html.quote === 0 || quoted);
}

import type { Block } from "./block.ts";
import { endInline, type HtmlState, type Target, writeHtml } from "./html-state.ts";
import { closeWriter, type LineWriter, openWriter } from "./line-writer.ts";
import { type HtmlPart, splitHtml } from "./split-html.ts";

/**
 * What a block of raw HTML shows. Markdown is not read inside it, but GitHub draws references there, and people write
 * `<details>`, `<h3>` and `<p>`; Dependabot writes nothing else.
 */
export function readHtmlBlock(source: string, number: number, html: HtmlState): readonly Block[] {
  const blocks: Block[] = [];
  let writer = openWriter(number);
  let level = 0;
  for (const part of splitHtml(source)) {
    const target: Target = { html, writer, quoted: html.quote > 0 };
    const heading = headingLevel(part);
    if (heading === null && !turnsQuote(part)) {
      writeHtml(target, part);
      continue;
    }
    blocks.push(...toBlocks(writer, target.quoted, level));
    writer = openWriter(writer.number);
    writeHtml({ ...target, writer }, part);
    level = heading ?? 0;
  }
  blocks.push(...toBlocks(writer, html.quote > 0, level));
  endInline(html);
  return blocks;
}

/** The level that starts here, 0 where a heading ends, null for anything else. */
function headingLevel(part: HtmlPart): number | null {
  if (part.kind !== "tag" || !/^h[1-6]$/.test(part.name)) return null;
  return part.closing ? 0 : Number(part.name.slice(1));
}

function turnsQuote(part: HtmlPart): boolean {
  return part.kind === "tag" && part.name === "blockquote";
}

function toBlocks(writer: LineWriter, quoted: boolean, level: number): readonly Block[] {
  const lines = closeWriter(writer);
  const [first] = lines;
  if (first === undefined) return [];
  if (quoted) return [{ kind: "quote", lines }];
  if (level > 0 && lines.length === 1) return [{ kind: "heading", style: "heading", level, title: first.text, lines }];
  return [{ kind: "text", depth: 0, lines }];
}

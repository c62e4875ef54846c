import {
  breakLine,
  endLink,
  type LineWriter,
  startLink,
  writeBold,
  writeGap,
  writeMasked,
  writePicture,
  writePlain,
} from "./line-writer.ts";
import { decodeEntities, type HtmlPart, readAttribute } from "./split-html.ts";

/** Which HTML elements are open: they reach over Markdown's own blocks. */
export interface HtmlState {
  quote: number;
  code: number;
  bold: number;
  /** Inside `<!--` that no piece of HTML has ended yet. */
  comment: boolean;
}

export function openHtmlState(): HtmlState {
  return { quote: 0, code: 0, bold: 0, comment: false };
}

/** Text between tags. `quoted` blocks keep what is quoted; others drop it. */
export interface Target {
  readonly html: HtmlState;
  readonly writer: LineWriter;
  readonly quoted: boolean;
}

export function writeText(target: Target, text: string): void {
  const { html, writer } = target;
  if (html.comment || (html.quote > 0 && !target.quoted)) writeGap(writer);
  else if (html.code > 0) writeMasked(writer, text);
  else if (html.bold > 0) writeBold(writer, text);
  else writePlain(writer, text);
}

export function writeHtml(target: Target, part: HtmlPart): void {
  const { html, writer } = target;
  switch (part.kind) {
    case "text":
      writeRawText(target, part.text);
      return;
    case "tag":
      if (!html.comment) applyTag(target, part);
      return;
    case "comment":
    case "open-comment":
      html.comment = part.kind === "open-comment";
      writeGap(writer);
      writer.number += countNewlines(part.source);
      return;
  }
}

function writeRawText(target: Target, text: string): void {
  const { html, writer } = target;
  const close = html.comment ? text.indexOf("-->") : -1;
  if (close >= 0) {
    html.comment = false;
    writer.number += countNewlines(text.slice(0, close));
  }
  const rows = decodeEntities(close < 0 ? text : text.slice(close + 3)).split("\n");
  for (const [index, row] of rows.entries()) {
    if (index > 0) breakLine(writer, 1);
    writeText(target, row);
  }
}

function applyTag(target: Target, tag: HtmlPart & { readonly kind: "tag" }): void {
  const { html, writer } = target;
  const step = tag.closing ? -1 : 1;
  if (tag.name === "blockquote") html.quote = Math.max(0, html.quote + step);
  else if (codeTags.has(tag.name)) html.code = Math.max(0, html.code + step);
  else if (tag.name === "b" || tag.name === "strong") html.bold = Math.max(0, html.bold + step);
  else if (tag.name === "a") applyAnchor(target, tag);
  else if (tag.name === "img") writeImage(target, pictureOf(tag.source));
  else if (blockTags.has(tag.name)) breakLine(writer, 0);
  else writeGap(writer);
  writer.number += countNewlines(tag.source);
}

function applyAnchor(target: Target, tag: HtmlPart & { readonly kind: "tag" }): void {
  if (tag.closing) endLink(target.writer);
  else startLink(target.writer, { href: readAttribute(tag.source, "href") ?? "", bare: false });
}

export interface Picture {
  readonly alt: string;
  readonly source: string;
}

function pictureOf(tag: string): Picture {
  return { alt: readAttribute(tag, "alt") ?? "", source: readAttribute(tag, "src") ?? "" };
}

export function writeImage(target: Target, { alt, source }: Picture): void {
  if (target.html.comment || (target.html.quote > 0 && !target.quoted)) return;
  writePicture(target.writer, alt.trim() === "" ? "image" : alt.replaceAll("\n", " "), source);
}

/** Inline elements end with their paragraph, whatever was left open. */
export function endInline(html: HtmlState): void {
  html.code = 0;
  html.bold = 0;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

const codeTags: ReadonlySet<string> = new Set(["code", "pre", "kbd", "samp", "tt"]);

/** Elements that start or end a line, headings apart. */
const blockTags: ReadonlySet<string> = new Set(
  "br p div li ul ol dl dt dd table thead tbody tr td th summary details section article header footer hr center h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);

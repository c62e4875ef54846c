import { type ImageSpan, type Line, type LinkSpan, maskText, sliceLine } from "./line.ts";

/** Builds lines piece by piece, in the order in which a reader meets them. */
export interface LineWriter {
  readonly done: Line[];
  number: number;
  /** Where the line's first word stands, null before it; `number` moves on with what is invisible. */
  start: number | null;
  text: string;
  prose: string;
  bold: number;
  links: LinkSpan[];
  images: ImageSpan[];
  link: { readonly start: number; readonly href: string; readonly bare: boolean } | null;
}

export function openWriter(number: number): LineWriter {
  return { done: [], number, start: null, text: "", prose: "", bold: 0, links: [], images: [], link: null };
}

export function writePlain(writer: LineWriter, text: string): void {
  markStart(writer, text);
  writer.text += text;
  writer.prose += text;
}

function markStart(writer: LineWriter, text: string): void {
  if (writer.start === null && /\S/u.test(text)) writer.start = writer.number;
}

export function writeBold(writer: LineWriter, text: string): void {
  if (writer.bold === writer.text.length) writer.bold += text.length;
  writePlain(writer, text);
}

/** Code, and the words of an image: shown, not said. */
export function writeMasked(writer: LineWriter, text: string): void {
  if (writer.bold > 0 && writer.bold === writer.text.length) writer.bold += text.length;
  markStart(writer, text);
  writer.text += text;
  writer.prose += maskText(text);
}

/** A picture's words stand in its place. */
export function writePicture(writer: LineWriter, words: string, source: string): void {
  const start = writer.text.length;
  writeMasked(writer, words);
  writer.images.push({ start, end: writer.text.length, source });
}

/** Keeps the words on both sides of something invisible apart: GitHub draws no reference in `#<!-- -->12`. */
export function writeGap(writer: LineWriter): void {
  if (/\S$/u.test(writer.text.slice(-1))) writePlain(writer, "\u200B");
}

export function startLink(writer: LineWriter, link: { readonly href: string; readonly bare: boolean }): void {
  endLink(writer);
  writer.link = { start: writer.text.length, ...link };
}

export function endLink(writer: LineWriter): void {
  const { link } = writer;
  writer.link = null;
  if (link !== null && writer.text.length > link.start) writer.links.push({ ...link, end: writer.text.length });
}

/** Ends the line; `newlines` is how many lines of the source lie before the next one. */
export function breakLine(writer: LineWriter, newlines: number): void {
  const { link } = writer;
  endLink(writer);
  const { number, start, text, prose, links, images, bold } = writer;
  const line = sliceLine({ number: start ?? number, text, prose, links, images, bold, box: null }, 0);
  if (line.text !== "") writer.done.push(line);
  Object.assign(writer, {
    number: number + newlines,
    start: number + newlines,
    text: "",
    prose: "",
    links: [],
    images: [],
    bold: 0,
  });
  // The rest of a link's text leads nowhere of its own: one link is one reference.
  if (link !== null) writer.link = { start: 0, href: "", bare: false };
}

export function closeWriter(writer: LineWriter): readonly Line[] {
  breakLine(writer, 0);
  writer.link = null;
  return writer.done;
}

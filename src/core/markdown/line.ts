/** One line as a reader sees it: no Markdown marks, no HTML, no comments. */
export interface Line {
  /** Line in the text, from 1. */
  readonly number: number;
  readonly text: string;
  /** The same characters, with inline code and the words of images masked: what stands there is shown, not said. */
  readonly prose: string;
  readonly links: readonly LinkSpan[];
  readonly images: readonly ImageSpan[];
  /** How many of the first characters are bold. */
  readonly bold: number;
  readonly box: "ticked" | "open" | null;
}

/** A link's text in `text` and where it leads. */
export interface LinkSpan {
  readonly start: number;
  readonly end: number;
  readonly href: string;
  /** Written as `<https://...>`: what is shown is the address itself. */
  readonly bare: boolean;
}

/** A picture or video: its words in `text`, and where it lies. */
export interface ImageSpan {
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

/** Stands in `prose` for each character that is shown and not said. */
export const mask = "\uFFFC";

/** The part of a line from one character to another, without white space around it. */
export function sliceLine(line: Line, from: number, to: number = line.text.length): Line {
  const part = line.text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = Math.max(start, from + part.trimEnd().length);
  if (start === 0 && end === line.text.length) return line;
  return {
    ...line,
    text: line.text.slice(start, end),
    prose: line.prose.slice(start, end),
    links: line.links.flatMap((link) => sliceSpan(link, start, end)),
    images: line.images.flatMap((image) => sliceSpan(image, start, end)),
    bold: Math.max(0, Math.min(line.bold, end) - start),
  };
}

function sliceSpan<Span extends LinkSpan | ImageSpan>(span: Span, start: number, end: number): readonly Span[] {
  if (span.end <= start || span.start >= end) return [];
  return [{ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }];
}

export function maskText(text: string): string {
  return mask.repeat(text.length);
}

/** What is quoted of a line: the words themselves, at most 200 characters of them. */
export function quoteOf(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote - 1).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}

const longestQuote = 200;

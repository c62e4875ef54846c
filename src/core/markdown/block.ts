import type { Line } from "./line.ts";

/** What a body is made of, in the order in which it is read. */
export type Block = HeadingBlock | TextBlock | RowBlock | QuoteBlock | CodeBlock;

export interface HeadingBlock {
  readonly kind: "heading";
  /** A heading of Markdown or HTML; a line all in bold; a line of its own that ends in a colon. */
  readonly style: "heading" | "bold" | "label";
  /** 1 to 6, below them 7 for bold and 8 for a label. */
  readonly level: number;
  /** Without the colon at its end. */
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface TextBlock {
  readonly kind: "text";
  /** How many lists it stands in: 0 for a paragraph. */
  readonly depth: number;
  readonly lines: readonly Line[];
}

/** A row of a table; `lines` are its cells, empty ones left out of the reading but not of the count. */
export interface RowBlock {
  readonly kind: "row";
  readonly header: boolean;
  readonly lines: readonly Line[];
}

/** What somebody else said: shown, never read as the author's own words. */
export interface QuoteBlock {
  readonly kind: "quote";
  readonly lines: readonly Line[];
  /** Stands in an alert (`> [!NOTE]`), which GitHub shows as the author's own words. Tools write most of them. */
  readonly alert?: true;
}

export interface CodeBlock {
  readonly kind: "code";
  /** The word behind the fence, in lower case; "" without one. */
  readonly info: string;
  readonly text: string;
  /** Line of the fence in the text, from 1; the line above of code that is only indented. */
  readonly number: number;
}

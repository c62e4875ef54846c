import { type Line, maskText, quoteOf } from "../../core/markdown/line.ts";
import type { Body } from "../../core/markdown/parse-body.ts";

/** A title, or all lines of a body that a reader takes for its author's words. */
export interface Passage {
  readonly place: "title" | "text";
  /** Lines joined, with addresses and code masked. */
  readonly text: string;
  readonly addresses: readonly Address[];
  /** The line at a place in the text. */
  readonly quoteAt: (at: number) => string;
}

export interface Address {
  readonly start: number;
  readonly href: string;
  /** Where the words of a written link end, which begin at its start; null for an address that stands for itself. */
  readonly wordsEnd: number | null;
}

export function titlePassage(title: string): Passage {
  // GitHub refuses longer titles, in characters. It shows what stands between backticks in one as code.
  const text = title.slice(0, 256).replace(/`[^`]*`/g, maskText);
  return { place: "title", ...takeAddresses(text), quoteAt: () => quoteOf(title.trim()) };
}

export function bodyPassage({ blocks }: Body): Passage {
  const lines = blocks.flatMap((block) => {
    if (block.kind === "code") return [];
    return block.kind === "quote" && block.alert !== true ? [] : block.lines;
  });
  const joined = lines.map(({ prose }) => prose).join("\n");
  const { text, addresses } = takeAddresses(joined);
  return { place: "text", text, addresses: [...addresses, ...linksOf(lines)], quoteAt: quoter(lines) };
}

/** An address ends at white space, and at what is masked. */
const addressPattern = /https?:\/\/[^\s<>\uFFFC]+/giu;

function takeAddresses(text: string): Pick<Passage, "text" | "addresses"> {
  const addresses = Array.from(text.matchAll(addressPattern), ({ index, 0: href }) => ({
    start: index,
    href,
    wordsEnd: null,
  }));
  return { text: text.replace(addressPattern, maskText), addresses };
}

function linksOf(lines: readonly Line[]): readonly Address[] {
  let offset = 0;
  return lines.flatMap(({ prose, links }) => {
    const from = offset;
    offset += prose.length + 1;
    return links.map(({ start, end, href, bare }) => ({
      start: from + start,
      href,
      wordsEnd: bare ? null : from + end,
    }));
  });
}

/** Finds lines by halving: a hostile text has tens of thousands of keys and lines. */
function quoter(lines: readonly Line[]): (at: number) => string {
  const starts: number[] = [];
  let next = 0;
  for (const { prose } of lines) {
    starts.push(next);
    next += prose.length + 1;
  }
  return (at) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return quoteOf(lines[low - 1]?.text.trim() ?? "");
  };
}

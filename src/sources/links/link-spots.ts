import { type Line, maskText } from "../../core/markdown/line.ts";
import { readIssueUrl } from "./read-issue-url.ts";
import { type ReferenceContext, scanReferences, type Spot } from "./scan-references.ts";

/** A reference in the lines of a block, with the words of its own link that stand before the number. */
export interface PlacedSpot extends Spot {
  readonly words: string;
}

/** The lines as one text in which each character keeps its place; the words of links are masked. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => maskLinks(line)).join("\n");
}

/** All references of the lines in order: those written in the text, and those that links lead to. */
export function findSpots(lines: readonly Line[], text: string, context: ReferenceContext): readonly PlacedSpot[] {
  const written = scanReferences(text, context).map((spot) => ({ ...spot, words: "" }));
  const linked = linkSpots(lines, context);
  return linked.length === 0 ? written : [...written, ...linked].toSorted((a, b) => a.start - b.start);
}

/** A link's text may disagree with its address: the address wins. */
function linkSpots(lines: readonly Line[], context: ReferenceContext): readonly PlacedSpot[] {
  const spots: PlacedSpot[] = [];
  let offset = 0;
  for (const line of lines) {
    for (const { start, end, href, bare } of line.links) {
      const url = readIssueUrl(href, context.webUrl);
      if (url === null) continue;
      const words = bare ? "" : wordsBefore(line.prose.slice(start, Math.min(end, start + 80)));
      const mayClose = bare && url.page === "issues";
      spots.push({ start: offset + start, end: offset + end, reference: url.reference, mayClose, words });
    }
    offset += line.text.length + 1;
  }
  return spots;
}

/** "Fixes " of `[Fixes #1](...)`. */
function wordsBefore(text: string): string {
  return /^[\p{L} :]{1,40}(?=[#\d])/u.exec(text)?.[0] ?? "";
}

function maskLinks({ prose, links }: Line): string {
  if (links.length === 0) return prose;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of links) {
    parts.push(prose.slice(at, start), maskText(prose.slice(start, end)));
    at = end;
  }
  return parts.join("") + prose.slice(at);
}

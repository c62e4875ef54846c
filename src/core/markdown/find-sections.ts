import type { Block, HeadingBlock } from "./block.ts";

/** A heading and the blocks under it, as places in `Body.blocks`. */
export interface Section {
  readonly title: string;
  readonly style: HeadingBlock["style"];
  readonly level: number;
  /** Line of the heading, from 1. */
  readonly number: number;
  readonly from: number;
  /** Up to the next heading of any kind. */
  readonly direct: number;
  /** Up to the next heading of the same level or above. */
  readonly to: number;
}

/** Every heading with its reach, in order. */
export function findSections(blocks: readonly Block[]): readonly Section[] {
  const sections: Section[] = [];
  // The next heading of each level, seen from the end of the body.
  const next = Array.from({ length: 9 }, () => blocks.length);
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block?.kind !== "heading") continue;
    const to = Math.min(...next.slice(0, block.level + 1));
    const direct = Math.min(...next);
    const { title, style, level } = block;
    sections.push({ title, style, level, number: block.lines[0]?.number ?? 1, from: index + 1, direct, to });
    next[block.level] = index;
  }
  return sections.toReversed();
}

import type { Block } from "../../markdown/block.ts";
import { plainTitle } from "../../markdown/plain-words.ts";

/**
 * What a heading is there for: the reason of a change, what was changed, what was seen and done step by step, what is
 * wished for instead, or anything else that says nothing about the reason (tests, check lists, release notes).
 * `open` where no heading says.
 */
export type Role = "why" | "change" | "steps" | "wish" | "aside" | "open";

/** The role of a title, as `plainTitle` gives it; null for one that tells nothing. */
export type TitleRoles = (plain: string) => Role | null;

/** Gives the role of each block of a body, handed in in order: that of the nearest heading above that has one. */
export function roleWalk(titles: TitleRoles): (block: Block) => Role {
  const open: { readonly level: number; readonly role: Role }[] = [];
  // A label is open, and whether what it leads up to has been shown.
  let label: "none" | "bare" | "shown" = "none";
  return (block) => {
    if (block.kind === "heading") {
      while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
      open.push({ level: block.level, role: titles(plainTitle(block.title)) ?? open.at(-1)?.role ?? "open" });
      label = block.style === "label" ? "bare" : "none";
    } else if (label === "shown" && isParagraph(block)) {
      open.pop();
      label = "none";
    } else if (label === "bare") {
      label = isParagraph(block) ? "none" : "shown";
    }
    return open.at(-1)?.role ?? "open";
  };
}

/** "Before:", code, and then a paragraph: it goes on with the text above the label. */
function isParagraph(block: Block): boolean {
  return block.kind === "text" && block.depth === 0;
}

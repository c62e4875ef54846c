import type { Body } from "../../core/markdown/parse-body.ts";

/** A linking phrase before a "#" without a number: "Fixes #", "Closes #ISSUE", "Resolves # (issue)", "Fixes #0000". */
const unfilled =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|part of|relates? to|refs?|references|towards?|problem|issue):? ?#(?!0*[1-9]\d*\b)[^\s#]{0,30}/iu;

/** The first line that a template left for a link and that nobody filled in, as a reader sees it. */
export function findUnfilledLink({ blocks }: Body): string | null {
  for (const block of blocks) {
    if (block.kind === "quote" || block.kind === "code") continue;
    const line = block.lines.find(({ prose }) => unfilled.test(prose));
    if (line !== undefined) return line.text.trim();
  }
  return null;
}

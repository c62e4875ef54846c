import type { Body } from "../core/markdown/parse-body.ts";

/**
 * The commit that a body says it reverts: "This reverts commit SHA.", as `git revert` writes it. GitHub's button writes
 * "Reverts owner/name#12" instead, which names no commit. It must stand where every reader sees it as the author's words:
 * in no comment, quote or code.
 */
export function findRevertedCommit({ blocks }: Body): string | null {
  for (const block of blocks) {
    if (block.kind !== "text") continue;
    for (const { prose } of block.lines) {
      const sha = /^This reverts commit ([0-9a-f]{40})\b/i.exec(prose)?.[1];
      if (sha !== undefined) return sha.toLowerCase();
    }
  }
  return null;
}

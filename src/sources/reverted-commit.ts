/**
 * The commit that a body says it reverts: "This reverts commit SHA.", as `git revert` writes it. GitHub's button writes
 * "Reverts owner/name#12" instead, which names no commit.
 */
export function findRevertedCommit(body: string): string | null {
  return /^This reverts commit ([0-9a-f]{40})\b/im.exec(body)?.[1]?.toLowerCase() ?? null;
}

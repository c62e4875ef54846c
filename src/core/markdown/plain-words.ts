/**
 * A title reduced to its words, for comparing: "## 1. 🎯 What problem does this solve?" is "what problem does this
 * solve". Case, punctuation, emoji, numbering and a remark in brackets at the end do not matter.
 */
export function plainTitle(title: string): string {
  const bare = title
    .slice(0, 200)
    .replace(/\(s\)/giu, "s")
    .replace(/^[^\p{L}\p{N}]*(?:\d{1,2}[.)\]:]?|[a-z][.)])\s/iu, "")
    .replace(/\([^()]*\)[^\p{L}\p{N}]*$/u, "");
  return plainWords(bare);
}

/** Text reduced to its words, for comparing. Apostrophes go, other signs part words. */
export function plainWords(text: string): string {
  // Most lines are of these letters alone, and every line is compared: this is several times as fast.
  if (/^[\x20-\x7E]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/['`]/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’`\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

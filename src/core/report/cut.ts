/** GitHub refuses a comment over 65,536 characters and a check's summary or text over 65,535. */
export const longestText = 65_535;

function noticeOf(lines: number): string {
  const left = lines === 1 ? "1 more line was" : `${lines} more lines were`;
  return `\n\n_(${left} left out: GitHub takes no longer text)_`;
}

/** Cuts at the end of a line, says so, and never leaves half of a surrogate pair or an open code block behind. */
export function cutToSize(text: string, longest: number = longestText): string {
  if (text.length <= longest) return text;
  const closing = "\n```";
  // No notice is longer than the one of as many lines as there are characters.
  const kept = text.slice(0, longest - noticeOf(text.length).length - closing.length);
  const whole = kept.slice(0, Math.max(kept.lastIndexOf("\n"), 0)) || dropHalfPair(kept);
  const fences = whole.match(/^```/gm)?.length ?? 0;
  const left = text.slice(whole.length).replace(/^\n/, "").split("\n").length;
  return whole + (fences % 2 === 1 ? closing : "") + noticeOf(left);
}

function dropHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}

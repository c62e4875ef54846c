/** GitHub refuses a comment over 65,536 characters and a check's summary or text over 65,535. */
export const longestText = 65_535;

const notice = "\n\n_(cut here: GitHub does not take a longer text)_";

/** Cuts at the end of a line, says so, and never leaves half of a surrogate pair or an open code block behind. */
export function cutToSize(text: string, longest: number = longestText): string {
  if (text.length <= longest) return text;
  const closing = "\n```";
  const kept = text.slice(0, longest - notice.length - closing.length);
  const whole = kept.slice(0, Math.max(kept.lastIndexOf("\n"), 0)) || dropHalfPair(kept);
  const fences = whole.match(/^```/gm)?.length ?? 0;
  return whole + (fences % 2 === 1 ? closing : "") + notice;
}

function dropHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}

/** Longer quotes are cut, in characters: a finding quotes to show where it looked, not to repeat a text. */
const longestQuote = 200;

/**
 * Foreign text as inline code, where GitHub draws every character as it is and starts no mention, reference, link,
 * closing keyword or HTML. One line, without control or invisible characters; "<!--" is broken so that no marker survives.
 */
export function inlineCode(foreign: string): string {
  const text = oneLine(foreign).replaceAll("<!", "<\u200b!").replaceAll("|", "¦");
  if (text === "") return "(empty)";
  const fence = "`".repeat(longestRun(text) + 1);
  const padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** White space folded, control characters and direction marks removed, cut to at most `longest` characters. */
export function oneLine(foreign: string, longest: number = longestQuote): string {
  const text = foreign
    .slice(0, longest * 8)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const characters = Array.from(text);
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (match) => match[0].length));
}

/** Longer quotes are cut, in characters: a finding quotes to show where it looked, not to repeat a text. */
const longestQuote = 200;

/** GitHub's renderer takes longer runs of backticks for text (80 in cmark-gfm), and everything behind them comes to life. */
const longestFence = 9;

/**
 * Foreign text as inline code, where GitHub draws every character as it is and starts no mention, reference, link,
 * closing keyword or HTML. One line, without control or invisible characters; "<!--" is broken so that no marker survives,
 * and so are runs of backticks that no fence could hold. A table cell needs `tableCell` besides.
 */
export function inlineCode(foreign: string, longest: number = longestQuote): string {
  const text = oneLine(foreign, longest).replaceAll("<!", "<\u200b!").replace(tooLongRun, "$1…");
  if (text === "") return "(empty)";
  const fence = "`".repeat(longestRun(text) + 1);
  const padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

const tooLongRun = new RegExp(`(\`{${longestFence - 1}})\`+`, "g");

/** A part as the cell of a table: GitHub splits cells at every "|" that has no "\\" before it, in code as well. */
export function tableCell(markdown: string): string {
  return markdown.replaceAll("|", String.raw`\|`);
}

/** White space folded, control characters and direction marks removed, cut to at most `longest` characters. */
export function oneLine(foreign: string, longest: number = longestQuote): string {
  const text = foreign
    .slice(0, longest * 8)
    // Half of a pair is no text: GitHub would hand something else back than what was written.
    .toWellFormed()
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

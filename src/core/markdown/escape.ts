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

/** ISO 15924's names of scripts whose letters have other shapes beside U+200C and U+200D: Persian and Hindi are written with them. */
const shaping = "Adlm Arab Beng Deva Gujr Guru Khmr Knda Mlym Mong Mymr Nkoo Orya Rohg Sinh Syrc Taml Telu".split(" ");
const letter = `[[${shaping.map((script) => `\\p{scx=${script}}`).join("")}]&&[\\p{L}\\p{M}]]`;

const unseen = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]`;

/**
 * What cannot be seen, or turns the order of what can. Apart from it the two that join and part letters, and pictures to
 * families: one alone, behind what it shapes. Anywhere else they only hide.
 */
const hidden = new RegExp(
  String.raw`((?<=${letter})[\u200c\u200d](?!${unseen})|(?<=\p{ExtPict}\ufe0f?|\p{EMod})\u200d(?=\p{ExtPict}))|${unseen}+`,
  "gv",
);

/** In characters: so much of a quote is given up for not ending within a word. */
const nearSpace = 20;

/** White space folded, control characters and direction marks removed, cut to at most `longest` characters, behind a word where one ends near. */
export function oneLine(foreign: string, longest: number = longestQuote): string {
  const text = foreign
    .slice(0, longest * 8)
    // Half of a pair is no text: GitHub would hand something else back than what was written.
    .toWellFormed()
    .replace(hidden, (_run, joiner: string | undefined) => joiner ?? " ")
    .replace(/\s+/gu, " ")
    .trim();
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${cut(characters, longest - 1)}…`;
}

function cut(characters: readonly string[], longest: number): string {
  const space = characters.lastIndexOf(" ", longest);
  const end = space > 0 && space >= longest - nearSpace ? space : longest;
  return characters
    .slice(0, end)
    .join("")
    .replace(/[\s\u200c\u200d]+$/u, "");
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (match) => match[0].length));
}

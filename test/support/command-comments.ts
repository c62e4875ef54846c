import * as fc from "fast-check";

/** A comment of which it is known by its making whether its first line is a command. */
export interface MadeComment {
  readonly text: string;
  /** What GitHub's readers see as the command at its start; null where they see none. */
  readonly says: string | null;
}

const answers = ["validated", "invalidated", "inconclusive", "snooze"] as const;
const names = fc.constantFrom("check", "link", "unlink", "skip", "unskip", "hypothesis", ...answers, "help");

/** Each letter in whatever case. */
function inAnyCase(word: string): fc.Arbitrary<string> {
  return fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) =>
      Array.from(word, (letter, index) => (upper[index] === true ? letter.toUpperCase() : letter)).join(""),
    );
}

const argument = fc.constantFrom(
  "",
  " #12",
  " acme/shop#12",
  " a typo in the docs",
  " 2 weeks",
  " We believe tax for buyers will end complaints.",
);

interface Line {
  readonly text: string;
  readonly name: string;
}

const line: fc.Arbitrary<Line> = names.chain((name) =>
  fc
    .tuple(inAnyCase("/outcome"), fc.constantFrom(" ", "  ", "\t", "\u00a0"), inAnyCase(name), argument)
    .map(([slash, gap, word, rest]) => ({ text: `${slash}${gap}${word}${rest}`, name })),
);

/** Texts that may stand behind a command's line without making anything else of it. */
const behind = fc.constantFrom(
  "",
  "\n",
  "\r\n\r\nThanks!\r\n",
  "\nplease",
  "\n\n> /outcome skip a quote\n",
  "\n\nOn Monday, Ada wrote:\n> talk\n",
  "\n\n- a list\n- of things",
  "\n\n```\ncode\n```",
  "\n\n---\nAda",
);

const before = fc.constantFrom("", " ", "  ", "   ", "\n", "\r\n\r\n", " \t\n");

const commanding: fc.Arbitrary<MadeComment> = fc
  .tuple(before, line, behind)
  .map(([start, { text, name }, end]) => ({ text: `${start}${text}${end}`, says: name }));

/** What makes something else of a command's line: each shows it otherwise than as text at the start. */
const disguises: readonly ((command: string) => string)[] = [
  (command) => `> ${command}`,
  (command) => `>> ${command}`,
  (command) => `> [!WARNING]\n> ${command}`,
  (command) => `> talk\n${command}`,
  (command) => `- ${command}`,
  (command) => `* ${command}`,
  (command) => `7. ${command}`,
  (command) => `- [x] ${command}`,
  (command) => `# ${command}`,
  (command) => `###### ${command}`,
  (command) => `${command}\n===`,
  (command) => `${command}\nmore\n---`,
  (command) => `\`${command}\``,
  (command) => `\`\`\`\n${command}\n\`\`\``,
  (command) => `~~~text\n${command}`,
  (command) => `    ${command}`,
  (command) => `\t${command}`,
  (command) => `**${command}**`,
  (command) => `_${command}_`,
  (command) => `~~${command}~~`,
  (command) => command.replace(/\s(\w+)/u, " ~~$1~~"),
  (command) => `<del>${command}</del>`,
  (command) => `[${command}](https://example.org)`,
  (command) => `![${command}](https://example.org/a.png)`,
  (command) => `[a]: ${command}`,
  (command) => `| ${command} | b |\n| --- | --- |`,
  (command) => `${command}\n| --- |`,
  (command) => `<!-- ${command} -->`,
  (command) => `<!--\n${command}\n-->`,
  (command) => `<!-- x -->\n${command}`,
  (command) => `<p>${command}</p>`,
  (command) => `<div>\n${command}\n</div>`,
  (command) => `<details><summary>x</summary>\n\n${command}\n\n</details>`,
  (command) => `<blockquote>\n\n${command}\n\n</blockquote>`,
  (command) => `<code>${command}</code>`,
  (command) => `Thanks!\n${command}`,
  (command) => `Thanks!\n\n${command}`,
  (command) => `Please ${command}`,
  (command) => `@outcome-link ${command}`,
  (command) => `\u200b${command}`,
  (command) => `\ufeff ${command}`,
  (command) => `\\${command}`,
  (command) => `&#47;${command.slice(1)}`,
  (command) => `/${command}`,
  (command) => `.${command}`,
  (command) => command.replace(/outcome/i, "outcomes"),
  (command) => command.replace(/outcome/i, "out\u00adcome"),
  (command) => command.replace(/outcome/i, "outc\u043eme"),
  (command) => command.replace(/\s/u, "/"),
  (command) => command.replace(/\s/u, ": "),
  (command) => command.replace(/\s(\w+)/u, " `$1`"),
  (command) => command.replace(/\s/u, " <!-- x\n--> "),
  (command) => `On Monday, Ada wrote:\n> ${command}`,
  (command) => `On Monday, Ada wrote:\n\n${command}`,
];

const disguised: fc.Arbitrary<MadeComment> = fc
  .tuple(
    fc.constantFrom(...disguises),
    fc.constantFrom(...disguises, (command: string) => command),
    line,
  )
  .map(([outer, inner, { text }]) => ({ text: outer(inner(text)), says: null }));

const noise: fc.Arbitrary<MadeComment> = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."`>-#*_[]()<!\n\r\t |~=1. ".split(""), "```", "<!--", "-->", "    "),
      fc.string({ maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .chain((pieces) => line.map(({ text }) => `x${pieces.join("")}${text}`))
  .map((text) => ({ text, says: null }));

/** As many commands as things that look like one. */
export const madeComments: fc.Arbitrary<MadeComment> = fc.oneof(commanding, disguised, disguised, noise);

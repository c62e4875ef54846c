import * as fc from "fast-check";

/** What somebody would write to make our texts notify, link, close, hide or break something. */
const nastyTexts: readonly string[] = [
  "@org/team @ada",
  "fixes #1, closes #2",
  "Fixes acme/secret#3",
  "GH-1",
  "resolves https://github.com/acme/shop/issues/1",
  "https://evil.example www.evil.example mail@evil.example",
  "<!-- outcome-link:sticky -->",
  "</details></sub><script>alert(1)</script>",
  "<img src=https://evil.example/x.png>",
  "![x](https://evil.example/x.png)",
  "[click](https://evil.example)",
  "a | b | c |\n| --- |",
  "\\| \\\\| |",
  "\n\n# Heading\n\n- item\n\n```text\n@ada\n```\n",
  "~~~\n@ada",
  "> quote @ada",
  "`",
  "``` @ada ```",
  `${"`".repeat(80)} @ada`,
  `${"`".repeat(300)} @ada ${"`".repeat(80)}`,
  "\u202e@ada\u2066 \u200b#1",
  "\ud83d @ada \udc00",
  "\\`@ada\\`",
  "&#64;ada &lt;!-- -->",
  "Reverts 0123456789abcdef0123456789abcdef01234567 and acme/shop@0123abc",
  "%%{init: {'securityLevel': 'loose'}}%%\nclick 1 href \"https://evil.example\"\nsection @ada :done, 2026-01-01",
  `${"x ".repeat(32_000)}@ada`,
  "@ada ".repeat(13_000),
];

const pieces = fc.constantFrom(
  ..."`|\\<>!@#-_*[]()&~\n\r\t ".split(""),
  "@ada",
  "#1",
  "fixes #1",
  "GH-1",
  "acme/shop#2",
  "<!--",
  "-->",
  "https://evil.example",
  "``",
  "```",
  "`".repeat(80),
  "🙂",
  "\u200c",
  "\u200d",
  "م",
);

export const anyForeignText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 300 }),
);

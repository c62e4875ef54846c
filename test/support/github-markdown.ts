import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";

const parser = new MarkdownIt({ html: true, linkify: true });

/** The longest run of backticks that GitHub's renderer takes for a code span; markdown-it takes any. */
const longestFence = 79;

/** Every token of a text as GitHub would parse it, those within lines included. */
export function tokensOf(markdown: string): readonly Token[] {
  return parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** The code spans of a text that GitHub draws as code. */
export function codeOf(markdown: string): readonly string[] {
  return tokensOf(markdown)
    .filter(({ type, markup }) => type === "code_inline" && markup.length <= longestFence)
    .map(({ content }) => content);
}

/** The text that comes to life: neither code nor markup. */
function liveText(markdown: string): string {
  return tokensOf(markdown)
    .filter(({ type, markup }) => type === "text" || (type === "code_inline" && markup.length > longestFence))
    .map(({ content }) => content)
    .join("\n");
}

/** What GitHub would act on: mentions, references, commits, closing keywords, links, images and HTML. */
export function liveParts(markdown: string): readonly string[] {
  const text = liveText(markdown);
  const acted = text.match(/@[a-z\d][\w/-]*|(?:[\w.-]+\/[\w.-]+)?#\d+|\bGH-\d+|\b(?=[a-f]*\d)[\da-f]{7,40}\b/gi) ?? [];
  const markup = tokensOf(markdown)
    .filter(({ type }) => ["link_open", "image", "html_inline", "html_block"].includes(type))
    .map(({ type, content, attrs }) => `${type} ${content.trim()}${attrs?.map(([, value]) => value).join(" ") ?? ""}`);
  return [...acted, ...markup];
}

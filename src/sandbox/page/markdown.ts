import Parser from "markdown-it";
import type { MarkdownIt } from "markdown-it";
import { raw } from "hono/html";
import type { Linking } from "./link-references.ts";
import { linkReferences } from "./link-references.ts";
import type { Html } from "./view.ts";

export type Markdown = (text: string) => Html;

/**
 * Markdown as GitHub draws it, near enough. HTML is parsed so that comments can be left out as GitHub does, but none of
 * it is passed on: a few plain tags are written anew, everything else is shown as text.
 */
export function markdownWith(linking: Linking): Markdown {
  const markdown = new Parser({ html: true, linkify: true, breaks: true });
  // A body must not make the reader's browser ask a stranger's server: GitHub has a proxy for that, we show a link.
  markdown.disable("image");
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.renderer.rules["html_block"] = (tokens, index) => tame(markdown, tokens[index]?.content ?? "");
  markdown.renderer.rules["html_inline"] = (tokens, index) => tame(markdown, tokens[index]?.content ?? "");
  foldCharts(markdown);
  linkReferences(markdown, linking);
  return (text) => raw(markdown.render(text));
}

/** GitHub draws them. The page runs no script that could, and their source says little to who reads. */
function foldCharts(markdown: MarkdownIt): void {
  const asCode = markdown.renderer.rules["fence"];
  markdown.renderer.rules["fence"] = (tokens, index, ...rest) => {
    const code = asCode?.(tokens, index, ...rest) ?? "";
    if (tokens[index]?.info.trim() !== "mermaid") return code;
    return `<details class="small muted"><summary>A chart, which GitHub draws from these lines</summary>${code}</details>\n`;
  };
}

/** Without attributes: what could carry one is shown as text. */
const harmless = /^<\/?(?:sub|sup|details|summary|br|kbd)\s*\/?>$/i;

function tame(markdown: MarkdownIt, content: string): string {
  return content
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .split(/(<[^<>]*>)/)
    .map((piece) => (harmless.test(piece) ? piece : markdown.utils.escapeHtml(piece)))
    .join("");
}

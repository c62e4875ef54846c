export type HtmlPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tag"; readonly name: string; readonly closing: boolean; readonly source: string }
  | { readonly kind: "comment"; readonly source: string }
  /** A comment that does not end here: browsers hide everything up to the next `-->`. */
  | { readonly kind: "open-comment"; readonly source: string };

/** Longer tags lose what stands behind, in characters. */
const longestTag = 2000;

/** Text, tags and comments of raw HTML, in one pass: no character is looked at more than a few times. */
export function splitHtml(html: string): readonly HtmlPart[] {
  const parts: HtmlPart[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const textEnd = open < 0 ? html.length : open;
    if (textEnd > at) parts.push({ kind: "text", text: html.slice(at, textEnd) });
    if (open < 0) break;
    const part = readMarkup(html, open);
    parts.push(part.part);
    at = part.end;
  }
  return parts;
}

function readMarkup(html: string, open: number): { readonly part: HtmlPart; readonly end: number } {
  if (html.startsWith("<!--", open)) return readComment(html, open);
  if (!/[a-z/!?]/i.test(html.charAt(open + 1))) return { part: { kind: "text", text: "<" }, end: open + 1 };
  const close = html.indexOf(">", open);
  if (close < 0) return { part: { kind: "text", text: html.slice(open) }, end: html.length };
  return { part: readTag(html.slice(open, close + 1)), end: close + 1 };
}

function readComment(html: string, open: number): { readonly part: HtmlPart; readonly end: number } {
  // From the second hyphen on: `<!-->` is a whole comment to a browser.
  const close = html.indexOf("-->", open + 2);
  if (close < 0) return { part: { kind: "open-comment", source: html.slice(open) }, end: html.length };
  return { part: { kind: "comment", source: html.slice(open, close + 3) }, end: close + 3 };
}

function readTag(source: string): HtmlPart {
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(source.slice(0, 40))?.[1];
  if (name === undefined) return { kind: "comment", source };
  return {
    kind: "tag",
    name: name.toLowerCase(),
    closing: source.startsWith("</"),
    source: source.slice(0, longestTag),
  };
}

/** The value of one attribute of a tag's source. */
export function readAttribute(source: string, name: keyof typeof attributes): string | null {
  const match = attributes[name].exec(source);
  return match === null ? null : decodeEntities(match[1] ?? match[2] ?? match[3] ?? "");
}

const attributes = {
  href: /\shref\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  alt: /\salt\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  src: /\ssrc\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
} as const;

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};

/** The entities that people write by hand; others stay as they are, which hides nothing. */
export function decodeEntities(text: string): string {
  return text.includes("&")
    ? text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    : text;
}

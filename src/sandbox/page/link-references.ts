import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** Where a reference or a link leads to on the page; null: nowhere here. */
export interface Linking {
  readonly reference: (text: string) => string | null;
  readonly url: (url: string) => string | null;
}

const reference = /(?<![\w/#&])((?:[\w-]+\/[\w.-]+)?#\d+)\b/;

/** `#12` and `owner/name#12` in prose become links where they lead somewhere, and links to GitHub lead to the page here. */
export function linkReferences(markdown: MarkdownIt, linking: Linking): void {
  markdown.core.ruler.push("references", (state) => {
    for (const token of state.tokens) {
      if (token.type === "inline" && token.children !== null) token.children = link(state, token.children, linking);
    }
  });
}

function link(state: StateCore, tokens: readonly Token[], linking: Linking): Token[] {
  let depth = 0;
  return tokens.flatMap((token) => {
    if (token.type === "link_open") {
      depth += 1;
      lead(token, linking.url(String(token.attrGet("href") ?? "")));
    }
    if (token.type === "link_close") depth -= 1;
    return token.type === "text" && depth === 0 ? splitText(state, token, linking) : [token];
  });
}

function splitText(state: StateCore, token: Token, linking: Linking): Token[] {
  return token.content.split(reference).flatMap((piece, index) => {
    // Every second piece is what the pattern caught.
    const path = index % 2 === 1 ? linking.reference(piece) : null;
    const text = new state.Token("text", "", 0);
    text.content = piece;
    if (path === null) return [text];
    const open = new state.Token("link_open", "a", 1);
    open.attrSet("href", path);
    return [open, text, new state.Token("link_close", "a", -1)];
  });
}

function lead(open: Token, path: string | null): void {
  if (path !== null) return open.attrSet("href", path);
  open.attrSet("rel", "noreferrer nofollow");
}

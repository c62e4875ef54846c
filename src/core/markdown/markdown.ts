import { inlineCode } from "./escape.ts";

/** Text of ours, ready for GitHub. Only `md` makes it, so foreign text cannot slip in unescaped. */
export interface Markdown {
  readonly markdown: string;
}

/**
 * Our prose, with foreign text shown as inline code: md`Labelled ${label}`. Strings are escaped; Markdown and numbers
 * stand as they are. A literal part is ours by definition.
 */
export function md(literals: TemplateStringsArray, ...values: readonly (string | number | Markdown)[]): Markdown {
  const parts = literals.map((literal, index) => literal + render(values[index]));
  return { markdown: parts.join("") };
}

/** Foreign text that is told at length, as inline code of at most so many characters. */
export function quote(foreign: string, longest: number): Markdown {
  return { markdown: inlineCode(foreign, longest) };
}

export function join(parts: readonly Markdown[], separator: string): Markdown {
  return { markdown: parts.map((part) => part.markdown).join(separator) };
}

function render(value: string | number | Markdown | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? inlineCode(value) : value.markdown;
}

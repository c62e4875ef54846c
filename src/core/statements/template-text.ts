import { readFormTexts } from "./form-texts.ts";

/** Longer templates are cut, in characters: GitHub takes no longer body. */
const longestTemplate = 65_536;

/**
 * What a template puts before people, as Markdown: the text below the front matter of a Markdown template; the labels,
 * descriptions, placeholders and default values of an issue form.
 */
export function templateText(file: string): string {
  const text = file.slice(0, longestTemplate).replace(/^\uFEFF/u, "");
  const form = readFormTexts(text);
  if (form === null) return text.replace(/^---[ \t]*\r?\n(?:.*\r?\n){0,100}?---[ \t]*(?:\r?\n|$)/u, "");
  return form.map(({ key, text: words }) => (key === "label" ? `### ${words}` : words)).join("\n\n");
}

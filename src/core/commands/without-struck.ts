/**
 * Text without what a reader sees struck out, by one tilde or two or by HTML: it is shown as taken back. Everywhere else
 * it is read, as GitHub reads it for its own links.
 */
export function withoutStruck(text: string): string {
  return text.replace(codeOrStruck, (part: string, code?: string) => (code === undefined ? "" : part));
}

/** Tildes in code are no marks. A tag that is not closed strikes out the rest. */
const codeOrStruck =
  /(?<!`)(`+)(?!`)[^`]+\1(?!`)|(?<![~\\])(~{1,2})(?![~\s])[^~]*(?<![~\s])\2(?!~)|<(del|s|strike)\b[^>]*>(?:[\s\S]*?<\/\3\s*>|[\s\S]*)/gi;

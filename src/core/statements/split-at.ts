/** What stands before and behind the first place where the separator matches; all of it and nothing where it does not. */
export function splitAt(text: string, separator: RegExp): readonly [string, string?] {
  const match = separator.exec(text);
  return match === null ? [text] : [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}

/** A part without white space and signs around it; null when nothing is left. */
export function part(text: string | undefined): string | null {
  const trimmed = trimEnds(text ?? "");
  return trimmed === "" ? null : trimmed;
}

export function trimEnds(text: string): string {
  return text.trim().replace(/[\s.,;:!]+$/u, "");
}

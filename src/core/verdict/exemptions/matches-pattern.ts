import { RE2JS } from "re2js";

/** Whether the whole text matches a pattern in which `*` stands for anything. Case does not matter; linear time (RE2). */
function matchesPattern(text: string, pattern: string): boolean {
  const source = pattern
    .split("*")
    .map((part) => RE2JS.quote(part))
    .join(".*");
  return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL).matches(text);
}

/** Whether any of the patterns matches. Not which: they may stand in a configuration that not everybody can read. */
export function matchesAny(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(text, pattern));
}

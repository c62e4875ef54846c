import { RE2JS } from "re2js";

/** Whether the whole text matches a pattern in which `*` stands for anything. Case does not matter; linear time (RE2). */
function matchesPattern(text: string, pattern: string): boolean {
  const source = pattern
    .split("*")
    .map((part) => RE2JS.quote(part))
    .join(".*");
  return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL).matches(text);
}

/** The first pattern that matches, to be named in the reason. */
export function findPattern(text: string, patterns: readonly string[]): string | undefined {
  return patterns.find((pattern) => matchesPattern(text, pattern));
}

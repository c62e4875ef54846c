import type { CuePatterns } from "./cue-patterns.ts";

/** Whether words say something, in one of the languages in use. */
export function says(languages: readonly CuePatterns[], cue: keyof CuePatterns, text: string): boolean {
  return languages.some((cues) => cues[cue].test(text));
}

/** Whether words tell of a trouble or of something that is not there. */
export function isTroubled(languages: readonly CuePatterns[], text: string): boolean {
  return (
    says(languages, "failure", text) ||
    says(languages, "trouble", text) ||
    says(languages, "lack", text) ||
    says(languages, "pain", text)
  );
}

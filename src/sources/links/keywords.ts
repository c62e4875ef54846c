import { linkingPhrases } from "./keyword-phrases.ts";
import type { LinkSource } from "./link-source.ts";

export const keywords = {
  id: "keyword",
  description: `A phrase in the text with a reference behind it: GitHub's closing keywords, ${linkingPhrases.join(", ")}, and those that are configured. Of \`Fixes #1, #2 and #3\` all three are linked; only the first closes. \`Not part of #1\` links nothing.`,
  find: ({ references }) =>
    references
      .filter(({ linking }) => linking)
      .map(({ reference, quote, closing }) => ({ reference, origin: { kind: "keyword", quote, closing } })),
} as const satisfies LinkSource<"keyword">;

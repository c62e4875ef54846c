import type { LinkSource } from "./link-source.ts";

export const development = {
  id: "development",
  description:
    "GitHub's own development links: closing keywords and the sidebar. GitHub gives none when the pull request goes to another branch than the default one.",
  // GitHub hands these over with the pull request; there is nothing to find in the text.
  find: () => [],
} as const satisfies LinkSource<"development">;

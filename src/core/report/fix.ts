import type { Finding } from "../verdict/verdict.ts";

/** What would satisfy a rule: where to put it and the exact text. */
export function renderFix({ words: { paste } }: Finding): string {
  return `Add this line to the description, with your words for those in capitals:\n\n\`\`\`text\n${paste}\n\`\`\``;
}

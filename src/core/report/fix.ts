import type { Finding } from "../verdict/verdict.ts";

/** What would satisfy a rule: where to put it, the exact text, why it matters, and the way out. */
export function renderFix({ words }: Finding, mood: "advised" | "required"): string {
  const { paste, why } = words;
  const wayOut =
    mood === "required"
      ? "If no problem stands behind this change, somebody with write access can write `No outcome: REASON` instead."
      : "If no problem stands behind this change, `No outcome: REASON` says so.";
  return [
    "Add this line to the description, with your words for those in capitals:",
    `\`\`\`text\n${paste}\n\`\`\``,
    `${why} ${wayOut}`,
  ].join("\n\n");
}

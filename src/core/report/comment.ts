import type { Facts } from "../facts/facts.ts";
import type { Finding } from "../verdict/verdict.ts";
import { cutToSize } from "./cut.ts";
import { stickyMarker } from "./marker.ts";

/** The one comment while something is missing: the question, what was found, the line to paste, the way out. */
export function renderAskingComment(missing: Finding, subject: Facts["kind"]): string {
  const { question, paste, why } = missing.words;
  return cutToSize(
    [
      `${stickyMarker}\n### ${question}`,
      missing.found.markdown,
      `Add this line to the description, with your words for those in capitals:\n\n\`\`\`text\n${paste}\n\`\`\``,
      why,
      `<sub>${closing(missing, subject)}</sub>`,
    ].join("\n\n"),
  );
}

/** For `comments: always`: the same comment once nothing is missing. */
export function renderSettledComment(title: string): string {
  return `${stickyMarker}\n${title}.`;
}

function closing({ level }: Finding, subject: Facts["kind"]): string {
  const hides = "This comment is edited in place, and hidden once the line is there.";
  if (subject === "problem") return `It helps whoever takes this up; nothing waits for it. ${hides}`;
  return level === "require"
    ? `Required before the merge. If no problem stands behind this change, somebody with write access can write \`No outcome: REASON\` in the description. ${hides}`
    : `Advice: the merge does not wait for it. If no problem stands behind this change, write \`No outcome: REASON\` in the description. ${hides}`;
}

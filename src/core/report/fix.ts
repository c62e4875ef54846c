import type { Finding } from "../verdict/verdict.ts";

/** What would satisfy rules: where to put it and the exact text. */
export function renderFix(findings: readonly Finding[], lead: "Put" | "**To merge now**, put"): string {
  const lines = findings.flatMap(({ words, fix }) => (fix === undefined && words.paste !== null ? [words.paste] : []));
  const others = findings.flatMap(({ fix }) => (fix === undefined ? [] : [`${lead} ${fix.markdown}`]));
  return [...(lines.length === 0 ? [] : [renderLines(lines, lead)]), ...others].join("\n\n");
}

function renderLines(lines: readonly string[], lead: string): string {
  const what = lines.length === 1 ? "this line" : "these lines";
  const text = `\`\`\`text\n${lines.join("\n")}\n\`\`\``;
  return `${lead} ${what} into the description, with your own words for those in capitals:\n\n${text}`;
}

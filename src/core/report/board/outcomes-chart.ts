import type { FollowUpSummary } from "../../follow-up/summary.ts";
import { countEnded } from "./ended.ts";

/**
 * How many follow-ups came to which end: counts, and no pie, which Mermaid labels with percentages. The axis reaches at
 * least to ten, because Mermaid marks a shorter one at halves and fifths, which no count can be.
 */
export function outcomesChart(summaries: readonly FollowUpSummary[]): string | null {
  const counts = countEnded(summaries);
  const most = Math.max(...counts.map(([, count]) => count));
  if (most === 0) return null;
  return [
    "xychart-beta",
    `    x-axis [${counts.map(([state]) => state).join(", ")}]`,
    `    y-axis "follow-ups" 0 --> ${Math.max(10, most)}`,
    `    bar [${counts.map(([, count]) => count).join(", ")}]`,
  ].join("\n");
}

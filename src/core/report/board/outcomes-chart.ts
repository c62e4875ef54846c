import type { FollowUpSummary } from "../../follow-up/summary.ts";
import { countEnded } from "./ended.ts";

/**
 * Low, and in a blue that is seen on white as on black: Mermaid's own bars are nearly white where its page is. Readers with
 * dark colours get a dark theme from GitHub, and its words with it.
 */
const look = `---
config:
  xyChart:
    width: 720
    height: 240
    showDataLabel: true
  themeVariables:
    xyChart:
      plotColorPalette: "#6f8fdc"
      backgroundColor: "transparent"
---`;

/**
 * How many follow-ups came to which end: counts, and no pie, which Mermaid labels with percentages. The axis reaches at
 * least to ten, because Mermaid marks a shorter one at halves and fifths, which no count can be.
 */
export function outcomesChart(summaries: readonly FollowUpSummary[]): string | null {
  const counts = countEnded(summaries);
  const most = Math.max(...counts.map(([, count]) => count));
  if (most === 0) return null;
  return [
    look,
    "xychart-beta horizontal",
    `    x-axis [${counts.map(([state]) => state).join(", ")}]`,
    `    y-axis "follow-ups so far" 0 --> ${Math.max(10, most)}`,
    `    bar [${counts.map(([, count]) => count).join(", ")}]`,
  ].join("\n");
}

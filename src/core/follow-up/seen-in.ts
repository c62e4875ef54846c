import type { Visibility } from "../facts/issue.ts";
import type { FollowUpSummary, MetricReading } from "./summary.ts";

/**
 * As it may be told in a repository of now: where not everybody sees that, whoever does may see each number. What is not
 * known counts as public.
 */
export function seenIn(visibility: Visibility | null, summary: FollowUpSummary): FollowUpSummary {
  if (visibility === null || visibility === "public") return summary;
  const rounds = summary.rounds.map((round) => ({ ...round, before: open(round.before), after: open(round.after) }));
  return { ...summary, rounds };
}

function open(reading: MetricReading | null): MetricReading | null {
  return reading && { ...reading, public: true };
}

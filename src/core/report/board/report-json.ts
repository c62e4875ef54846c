import { z } from "zod";
import type { MetricReading, RoundSummary } from "../../follow-up/summary.ts";
import { summarySchema } from "../../follow-up/summary.ts";
import type { BoardFacts } from "./board-facts.ts";

const moment = z.iso.datetime();

/** What `outcome report --format json` writes. A change of its meaning is a new version. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  /** `owner/name`. */
  repository: z.string(),
  at: moment,
  follow_ups: z.array(summarySchema),
  problems: z.array(
    z.strictObject({
      number: z.int(),
      title: z.string(),
      theme: z.string().nullable(),
      reactions: z.int(),
      people: z.int(),
      duplicates: z.int(),
      feedback: z.int(),
    }),
  ),
  declined: z.array(
    z.strictObject({
      kind: z.enum(["problem", "pull_request"]),
      number: z.int(),
      title: z.string(),
      closed_at: moment,
      reason: z.string().nullable(),
    }),
  ),
  opt_outs: z.array(z.strictObject({ number: z.int(), reason: z.string(), at: moment })),
});
export type Report = z.output<typeof reportSchema>;

/** All that the board is made of. A reading that not everybody may see who sees the repository is left out here, too. */
export function toReport(facts: BoardFacts): Report {
  const { repository, now, summaries, problems, declined, optOuts } = facts;
  return {
    version: 1,
    repository: `${repository.owner}/${repository.name}`,
    at: now.toISOString(),
    follow_ups: summaries.map((summary) => ({
      ...summary,
      rounds: summary.rounds.map(toRound),
    })),
    problems: problems.map(({ number, title, theme, weight }) => ({ number, title, theme, ...weight })),
    declined: declined.map(({ at, ...one }) => ({ ...one, closed_at: at.toISOString() })),
    opt_outs: optOuts.map(({ number, reason, at }) => ({ number, reason, at: at.toISOString() })),
  };
}

/** While somebody is asked, the date that the index keeps is that of the question or reminder: nothing came to an end. */
function toRound(round: RoundSummary): RoundSummary {
  const isAsked = round.state === "asked" || round.state === "reminded";
  const settled_at = isAsked ? null : round.settled_at;
  return { ...round, settled_at, before: shown(round.before), after: shown(round.after) };
}

function shown(reading: MetricReading | null): MetricReading | null {
  return reading !== null && reading.public ? reading : null;
}

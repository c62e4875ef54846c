import { z } from "zod";
import type { PullRequestFacts } from "../facts/facts.ts";
import type { FoundProblem } from "../facts/find-problem.ts";
import { daysOf } from "./duration.ts";
import type { FollowUpSettings } from "./follow-up-settings.ts";

const day = 86_400_000;

/**
 * What was believed at the merge. It stands as a data block in the final check run, so that no later edit can move the
 * goal, and so that the index can be rebuilt from GitHub. A change of its meaning is a new version.
 */
export const recordSchema = z.strictObject({
  version: z.literal(1),
  /** `owner/name#number`. */
  pull_request: z.string(),
  problem: z.string().nullable(),
  believed: z.string().nullable(),
  /** The question of an exploration. */
  exploring: z.string().nullable(),
  metric: z.string().nullable(),
  baseline: z.string().nullable(),
  target: z.string().nullable(),
  window_days: z.int(),
  merged_at: z.iso.datetime(),
  due_at: z.iso.datetime(),
});

export type OutcomeRecord = z.output<typeof recordSchema>;

export function makeRecord(
  facts: PullRequestFacts,
  problem: FoundProblem | null,
  settings: FollowUpSettings,
): OutcomeRecord {
  const { hypothesis, metric, exploration } = facts.statements;
  const believed = hypothesis.reading.grade === "stated" ? hypothesis.reading.value : null;
  const mergedAt = facts.pullRequest.mergedAt ?? facts.now;
  const days = windowDays(facts, settings);
  return {
    version: 1,
    pull_request: fullName(facts.pullRequest.reference),
    problem: problem === null ? null : fullName(problem.issue.reference),
    believed: believed?.claim ?? null,
    exploring: exploration.reading.grade === "stated" ? exploration.reading.value : null,
    metric: believed?.metric ?? (metric.reading.grade === "stated" ? metric.reading.value : null),
    baseline: believed?.baseline ?? null,
    target: believed?.target ?? null,
    window_days: days,
    merged_at: mergedAt.toISOString(),
    due_at: new Date(mergedAt.getTime() + days * day).toISOString(),
  };
}

/** The hypothesis's own window, else the configured one. */
export function windowDays(facts: PullRequestFacts, settings: FollowUpSettings): number {
  const { reading } = facts.statements.window;
  return reading.grade === "stated" ? reading.value.days : daysOf(settings.window);
}

function fullName({ owner, name, number }: PullRequestFacts["pullRequest"]["reference"]): string {
  return `${owner}/${name}#${number}`;
}

const fence = "```json outcome-record\n";

/** As a fenced block. What could end the block or look like HTML is written as a JSON escape. */
export function renderRecord(record: OutcomeRecord): string {
  const json = JSON.stringify(record, null, 2).replaceAll("<", "\\u003c").replaceAll("`", "\\u0060");
  return `${fence}${json}\n\`\`\``;
}

/** The record in the text of a check run; null where there is none that can be read. */
export function parseRecord(text: string): OutcomeRecord | null {
  const start = text.indexOf(fence);
  const end = text.indexOf("\n```", start + fence.length);
  if (start === -1 || end === -1) return null;
  try {
    return recordSchema.parse(JSON.parse(text.slice(start + fence.length, end)));
  } catch {
    // Not ours, or of a version that this code does not know: as good as none.
    return null;
  }
}

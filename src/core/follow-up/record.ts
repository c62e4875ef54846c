import { z } from "zod";
import type { PullRequestFacts } from "../facts/facts.ts";
import type { FoundProblem } from "../facts/find-problem.ts";
import { oneLine } from "../markdown/escape.ts";
import type { MetricParts } from "../statements/parse-metric.ts";
import { parseMetric } from "../statements/parse-metric.ts";
import { readBlocks, renderBlock } from "./data-block.ts";
import { daysOf } from "./duration.ts";
import type { FollowUpSettings } from "./follow-up-settings.ts";
import { metricAnswerSchema } from "./measured.ts";
import type { MetricAnswer } from "./measured.ts";
import { readOptOuts } from "./opt-out-record.ts";

const day = 86_400_000;

/** In days. A slip of the keyboard must not ask in a thousand years, nor at once. */
const [shortestWindow, longestWindow] = [1, 2 * 365];

/** In characters. Five such texts fit into a check run's 65,535 even where every character needs a JSON escape of six. */
const longestStatement = 1_500;

/**
 * What was believed at the merge. It stands as a data block in the final check run, so that no later edit can move the
 * goal, and so that the index can be rebuilt from GitHub. A change of its meaning is a new version.
 */
const recordSchema = z.strictObject({
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
  /** The text is read when GitHub has told of the merge, which may be later: then it may be a text of after the fact. */
  edited_after_merge: z.boolean(),
  /** Null where the window starts at the first release that holds the merge: of that nobody knows the day yet. */
  due_at: z.iso.datetime().nullable(),
  /** What the metric was at the merge. Left out where nobody asked: the operator defined none of that name, or it may not stand here. */
  reading: metricAnswerSchema.optional(),
});

export type OutcomeRecord = z.output<typeof recordSchema>;

interface RecordSettings {
  readonly follow_up: FollowUpSettings;
  /** What the metric was at the merge, where somebody asked. */
  readonly baseline?: MetricAnswer | undefined;
}

export function makeRecord(
  facts: PullRequestFacts,
  problem: FoundProblem | null,
  { follow_up: settings, baseline }: RecordSettings,
): OutcomeRecord {
  const { hypothesis, exploration } = facts.statements;
  const believed = hypothesis.reading.grade === "stated" ? hypothesis.reading.value : null;
  const measured = measuredBy(facts);
  const { editedAt } = facts.pullRequest;
  const mergedAt = facts.pullRequest.mergedAt ?? facts.now;
  const days = windowDays(facts, settings);
  return {
    version: 1,
    pull_request: fullName(facts.pullRequest.reference),
    problem: problem === null ? null : fullName(problem.issue.reference),
    believed: shorten(believed?.claim),
    exploring: shorten(exploration.reading.grade === "stated" ? exploration.reading.value : null),
    metric: shorten(measured?.metric),
    baseline: shorten(measured?.baseline),
    target: shorten(measured?.target),
    window_days: days,
    merged_at: mergedAt.toISOString(),
    edited_after_merge: editedAt !== null && editedAt > mergedAt,
    due_at: settings.start === "merge" ? new Date(mergedAt.getTime() + days * day).toISOString() : null,
    ...(baseline && { reading: baseline }),
  };
}

/** What is to be measured, and which statement says so. */
export interface Measure extends Pick<MetricParts, "metric" | "baseline" | "target"> {
  readonly statement: "hypothesis" | "metric";
}

/** All of one place, the hypothesis before the metric's own line: one's target says nothing of the other's metric. */
export function measuredBy({ statements: { hypothesis, metric } }: PullRequestFacts): Measure | null {
  if (hypothesis.reading.grade === "stated" && hypothesis.reading.value.metric !== null)
    return { ...hypothesis.reading.value, statement: "hypothesis" };
  if (metric.reading.grade !== "stated") return null;
  const { value } = metric.reading;
  const parts = parseMetric(value);
  // "Time from click to first paint" is all of it the name of a metric: what moves is counted.
  const counts = /\p{N}/u.test(`${parts.baseline ?? ""}${parts.target ?? ""}`);
  const told = counts && parts.metric !== null ? parts : { metric: value, baseline: null, target: null };
  return { ...told, statement: "metric" };
}

/** The hypothesis's own window, else the configured one. */
export function windowDays(facts: PullRequestFacts, settings: FollowUpSettings): number {
  const { reading } = facts.statements.window;
  const days = reading.grade === "stated" ? reading.value.days : daysOf(settings.window);
  return Math.min(Math.max(Math.ceil(days), shortestWindow), longestWindow);
}

function shorten(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : oneLine(text, longestStatement);
}

function fullName({ owner, name, number }: PullRequestFacts["pullRequest"]["reference"]): string {
  return `${owner}/${name}#${number}`;
}

/** The name of its data block. */
export const recordBlock = "outcome-record";

export function renderRecord(record: OutcomeRecord): string {
  return renderBlock(recordBlock, record);
}

/** That of one pull request in the text of a check run: several may have been merged from one head. A rename leaves the number. */
export function findRecord(shown: string, number: number): OutcomeRecord | null {
  return readRecords(shown).find(({ pull_request: name }) => name.endsWith(`#${number}`)) ?? null;
}

/** The number of its problem where that is of the same repository, by the names that both had then: a rename changes neither. */
export function problemHere({ problem, pull_request: own }: OutcomeRecord): number | null {
  if (problem === null) return null;
  const { repository, number } = readName(problem);
  return repository === readName(own).repository ? number : null;
}

/** "owner/name#12". */
export function readName(written: string): { readonly repository: string; readonly number: number } {
  const at = written.lastIndexOf("#");
  return { repository: written.slice(0, at).toLowerCase(), number: Number(written.slice(at + 1)) };
}

/** One that was kept as JSON; null where this code cannot read it. */
export function readKept(kept: unknown): OutcomeRecord | null {
  return recordSchema.safeParse(kept).data ?? null;
}

/**
 * Whose records stand in the text of a check run, or why they opted out: all that were merged from this head. A rename
 * leaves the numbers.
 */
export function recordedNumbers(shown: string): readonly number[] {
  const all = [...readRecords(shown), ...readOptOuts(shown)];
  return [...new Set(all.map(({ pull_request: name }) => readName(name).number))];
}

/** One that is not ours, or of a version that this code does not know, is as good as none. */
function readRecords(shown: string): readonly OutcomeRecord[] {
  return readBlocks(shown, recordBlock).flatMap((one) => readKept(one) ?? []);
}

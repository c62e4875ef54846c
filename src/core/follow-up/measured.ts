import { z } from "zod";
import { readingSchema } from "./summary.ts";
import type { MetricReading } from "./summary.ts";

/** In characters: what a provider failed with is told in our own words, a sentence at most. */
const longestWhy = 300;

/** What came of asking for a metric. */
export const metricAnswerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("reading"), reading: readingSchema }),
  z.strictObject({
    kind: z.literal("unreadable"),
    /** In our words, as part of a sentence: "Prometheus answered 400". Never what was answered. */
    why: z.string().max(longestWhy),
    /** As `MetricReading` has them. */
    asked: z.string(),
    at: z.iso.datetime(),
    public: z.boolean(),
  }),
]);
export type MetricAnswer = z.output<typeof metricAnswerSchema>;

/** A metric that the operator defined and that something merged was to move: what it was at the merge, and what it is. */
export interface Measured {
  /** The round by the number of its first pull request. */
  readonly round: number;
  /** The name under which the operator defined it. */
  readonly name: string;
  /** As the records name it. */
  readonly metric: string;
  /** At the first merge that names it; null where nobody can tell. */
  readonly before: MetricAnswer | null;
  /** Null where it is not asked for yet. */
  readonly after: MetricAnswer | null;
}

/** Whether an answer may also stand in a public repository, for everybody. */
export function mayBeShown(answer: MetricAnswer): boolean {
  return answer.kind === "reading" ? answer.reading.public : answer.public;
}

/** The number that was read; null where none was, or nobody asked. */
export function readingOf(answer: MetricAnswer | null): MetricReading | null {
  return answer?.kind === "reading" ? answer.reading : null;
}

/** Read where not everybody reads it, and so kept from everybody, also when the repository is made public one day. */
export function keptInside(answer: MetricAnswer): MetricAnswer {
  return answer.kind === "reading"
    ? { ...answer, reading: { ...answer.reading, public: false } }
    : { ...answer, public: false };
}

import { z } from "zod";

const moment = z.iso.datetime();

/** A number that a metric had. */
export const readingSchema = z.strictObject({
  value: z.number(),
  unit: z.string().nullable(),
  /** Of when the number is, not when it was asked for. */
  at: moment,
  /** What was asked, as the operator named it. */
  asked: z.string(),
  /** Of which span the number is, as the operator put it: "7 days". */
  window: z.string().nullable(),
  /** Whether it may also stand in a public repository, for everybody. */
  public: z.boolean(),
});
export type MetricReading = z.output<typeof readingSchema>;

export const summaryStates = [
  "waiting",
  "pending",
  "due",
  "asked",
  "reminded",
  "cancelled",
  "validated",
  "invalidated",
  "inconclusive",
  "unmeasured",
  "reverted",
] as const;

const roundSchema = z.strictObject({
  /** Each distinct one once; empty where none was stated. */
  believed: z.array(z.string()),
  exploring: z.array(z.string()),
  metric: z.string().nullable(),
  baseline: z.string().nullable(),
  target: z.string().nullable(),
  before: readingSchema.nullable(),
  after: readingSchema.nullable(),
  served: z.array(z.int()),
  first_merged_at: moment,
  last_merged_at: moment,
  due_at: moment.nullable(),
  ask_at: moment.nullable(),
  asked_at: moment.nullable(),
  state: z.enum(summaryStates),
  /** Since when it is in this state. */
  settled_at: moment.nullable(),
  note: z.string(),
});
export type RoundSummary = z.output<typeof roundSchema>;

/**
 * What board and report tell of the follow-ups of one home, oldest round first. Kept in the index, and made anew from
 * GitHub at each look. Names nobody.
 */
export const summarySchema = z.strictObject({
  kind: z.enum(["problem", "pull_request"]),
  number: z.int(),
  title: z.string(),
  theme: z.string().nullable(),
  rounds: z.array(roundSchema),
});
export type FollowUpSummary = z.output<typeof summarySchema>;

/** As the index keeps it; null where nothing was noted, or another version noted it. */
export function readSummary(noted: unknown): FollowUpSummary | null {
  return summarySchema.safeParse(noted).data ?? null;
}

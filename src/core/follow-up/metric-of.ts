import type { Round, Served } from "./follow-up.ts";
import { keptOf } from "./kept-of.ts";
import type { Measured } from "./measured.ts";

/** The metric that was named last: a later attempt may look elsewhere. With all that were to move it, in order of their merges. */
export function metricOf({ served }: Pick<Round, "served">): {
  readonly metric: string;
  readonly moved: readonly Served[];
} | null {
  const kept = keptOf(served);
  const metric = kept.findLast(({ record }) => record.metric !== null)?.record.metric ?? null;
  return metric === null ? null : { metric, moved: kept.filter(({ record }) => record.metric === metric) };
}

/** What was read for a metric of a round; null where nobody asked. */
export function measuredFor(
  { served }: Pick<Round, "served">,
  metric: string | null,
  measured: readonly Measured[] = [],
): Measured | null {
  const first = served[0]?.reference.number;
  return measured.find((one) => one.metric === metric && one.round === first) ?? null;
}

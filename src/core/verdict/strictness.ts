import type { Conclusion } from "./verdict.ts";

/**
 * What holds a merge comes before what passes: an unmet requirement, then what could not be determined, then advice.
 * Success comes before skipped, which passes as well, because it has more to tell.
 */
const strictestFirst: Readonly<Record<Conclusion, number>> = {
  failure: 0,
  action_required: 1,
  neutral: 2,
  success: 3,
  skipped: 4,
};

/** Sorts the strictest first. */
export function byStrictness(a: Conclusion, b: Conclusion): number {
  return strictestFirst[a] - strictestFirst[b];
}

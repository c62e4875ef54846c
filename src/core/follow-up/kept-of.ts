import type { Served } from "./follow-up.ts";

/** Those that nobody took out of the follow-up by taking the label off; all of them where each was taken out. */
export function keptOf(served: readonly Served[]): readonly Served[] {
  const kept = served.filter(({ cancelledAt }) => cancelledAt === null);
  return kept.length === 0 ? served : kept;
}

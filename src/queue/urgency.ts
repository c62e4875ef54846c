import { jobPolicy } from "./job.ts";
import type { JobKind } from "./job.ts";

/** "fresh": somebody waits for it. "background": it is taken when nothing fresh waits. */
export type Urgency = "fresh" | "background";

/** A waiting job's priority from which on it is fresh; far above what a kind adds for itself. */
export const FRESH_FROM = 1000;

export function priorityOf(kind: JobKind, urgency: Urgency): number {
  const { priority } = jobPolicy(kind);
  return urgency === "fresh" ? FRESH_FROM + priority : priority;
}

import type { MergeGroup } from "../core/facts/merge-group.ts";
import type { ObservedGroupRun } from "../core/facts/observed.ts";
import { readLatestRun } from "./read-latest-run.ts";
import type { ReaderContext } from "./reader-context.ts";

/** Our run on a group's commit. */
export async function readGroupRun(context: ReaderContext, group: MergeGroup): Promise<ObservedGroupRun | null> {
  const latest = await readLatestRun(context, group);
  if (latest === null) return null;
  const { status, startedAt, externalId: _, ...run } = latest;
  return { ...run, completed: status === "completed", runningSince: status === "in_progress" ? startedAt : null };
}

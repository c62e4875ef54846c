import { TOLD_FOR_DAYS } from "../queue/known-opt-outs.ts";
import type { JobOfKind } from "../queue/job.ts";
import { recordedOptOut } from "./note-opt-out.ts";
import { repositoryOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

const DAY_MS = 24 * 3600 * 1000;

/** Queries, of 25 pull requests each: of the thousand that changed last. */
const MOST_QUERIES = 40;

interface Means extends Pick<JobTools, "optOuts" | "now"> {
  readonly reader: Pick<Connection["reader"], "listMerged">;
  /** What was merged before that was asked for nothing. */
  readonly configuredAt: Date | null;
}

/**
 * Reads back from GitHub why people opted out of what was merged, as far as the board tells of it. A query for each 25 merged
 * pull requests that changed in the last 90 days and since the configuration landed. What is open is looked at anyway.
 */
export async function listOptOuts(
  job: JobOfKind["list-follow-ups"],
  { reader, optOuts, now, configuredAt }: Means,
): Promise<void> {
  const since = new Date(Math.max(now().getTime() - TOLD_FOR_DAYS * DAY_MS, configuredAt?.getTime() ?? 0));
  const listed = await reader.listMerged(job.repository, { labels: null, since, mostQueries: MOST_QUERIES });
  for (const { number, mergedAt: at, recordText } of listed) {
    const reason = recordedOptOut(recordText ?? "", number);
    if (reason !== null) await optOuts.note(repositoryOf(job), { number, reason, at });
  }
}

import { loadConfig } from "../config/load.ts";
import type { JobOfKind } from "../queue/job.ts";
import { TOLD_FOR_DAYS } from "../queue/known-opt-outs.ts";
import { boardChanged } from "./board-changed.ts";
import { recordedOptOut } from "./note-opt-out.ts";
import { atHome, knownRepository, repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

const DAY_MS = 24 * 3600 * 1000;

/** Queries, of 25 pull requests each: of the thousand that changed last. */
const MOST_QUERIES = 40;

type Tools = Pick<JobTools, "connect" | "optOuts" | "now"> & { readonly queue: Pick<JobTools["queue"], "send"> };

/**
 * Reads back from GitHub why people opted out of what was merged, as far as the board tells of it. A query for each 25 merged
 * pull requests that changed in the last 90 days and since the configuration landed. What is open is looked at anyway.
 */
export async function listOptOuts(asked: JobOfKind["list-opt-outs"], tools: Tools): Promise<void> {
  const { optOuts, queue, now } = tools;
  const { reader } = await tools.connect(asked.installation);
  const reading = await reader.readConfiguration(knownRepository(asked));
  if (reading === null) return;
  const job = atHome(asked, reading.repository);
  const loaded = loadConfig(reading);
  assertReadable(loaded);
  if (loaded.kind === "absent") return;
  // What was merged before it landed was asked for nothing.
  const since = new Date(Math.max(now().getTime() - TOLD_FOR_DAYS * DAY_MS, loaded.configuredAt?.getTime() ?? 0));
  const listed = await reader.listMerged(job.repository, { labels: null, since, mostQueries: MOST_QUERIES });
  for (const { number, mergedAt: at, recordText } of listed) {
    const reason = recordedOptOut(recordText ?? "", number);
    if (reason !== null) await optOuts.note(repositoryOf(job), { number, reason, at });
  }
  await boardChanged(job, queue);
}

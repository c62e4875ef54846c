import { loadConfig } from "../config/load.ts";
import type { LabelSettings } from "../core/follow-up/labels.ts";
import { labelKeys } from "../core/follow-up/labels.ts";
import { findRecord } from "../core/follow-up/record.ts";
import { withoutInside } from "../core/report/recorded-reading.ts";
import type { Job, JobOfKind } from "../queue/job.ts";
import type { HomeRef } from "../queue/known-follow-ups.ts";
import type { ListedMerge } from "../sources/ports.ts";
import { boardChanged } from "./board-changed.ts";
import { noteFollowed } from "./note-followed.ts";
import { notePolicy } from "./note-policy.ts";
import { settleOf } from "./settle-of.ts";
import { atHome, knownRepository, repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

type List = JobOfKind["list-follow-ups"];

/** In milliseconds. Looks keep the index; the list is for what nobody was told of, and for a store that was lost. */
const LISTED_EVERY_MS = 24 * 3600 * 1000;

type SeldomTools = Pick<JobTools, "followUps" | "now"> & { readonly queue: Pick<JobTools["queue"], "send"> };

/** Has them listed where the last list is too old. */
export async function listFollowUpsSeldom(
  { installation, repository }: Pick<List, "installation" | "repository">,
  { followUps, queue, now }: SeldomTools,
): Promise<void> {
  const listed = await followUps.listedAt(repositoryOf({ installation, repository }));
  if (listed !== null && now().getTime() - listed.getTime() < LISTED_EVERY_MS) return;
  await queue.send([{ kind: "list-follow-ups", installation, repository }]);
}

type Tools = Pick<JobTools, "connect" | "followUps" | "now" | "policies"> & {
  readonly queue: Pick<JobTools["queue"], "send" | "sendInWaves">;
};

/**
 * Finds by their labels the merged pull requests that are followed up, and by their records where: all of them the first
 * time, then those that changed since. Two requests, and one more for each further 25; of what is known already nothing is
 * looked at for it. The first time those that opted out are listed too, by a job of its own: only the board tells of them,
 * and what is asked waits for this list.
 */
export async function listFollowUps(asked: List, tools: Tools): Promise<void> {
  const { followUps, queue } = tools;
  const began = tools.now();
  const { reader } = await tools.connect(asked.installation);
  const reading = await reader.readConfiguration(knownRepository(asked));
  if (reading === null) return;
  const job = atHome(asked, reading.repository);
  const loaded = loadConfig(reading);
  assertReadable(loaded);
  if (loaded.kind !== "ok") return;
  // It has the date of this list, also in a store that knows nothing yet.
  await notePolicy(tools.policies, job, loaded);
  const since = await changedSince(job, followUps);
  const listed = await reader.listMerged(job.repository, { labels: namesOf(loaded.config.labels), since });
  if (reading.repository.visibility === "public") await queue.sendInWaves(findInside(job, listed));
  const news = await noteHomes(job, listed, followUps);
  // Looks keep them from then on.
  if (since === null) await queue.send([{ ...job, kind: "list-opt-outs" }]);
  // What it tells besides them changes without any of them.
  await boardChanged(job, queue);
  // Nobody was asked before all was known: who waited for that need not wait until they are woken.
  const waiting = since === null ? await followUps.open(repositoryOf(job)) : [];
  await followUps.noteListed(repositoryOf(job), began);
  // Only now, for a look asks whether all is listed. What is lost here wakes by itself.
  await queue.sendInWaves([...news, ...waiting].map(settleOf));
}

/** Those whose final check tells what was read while not everybody saw the repository: a lost store knows of none. */
function findInside({ installation, repository }: List, listed: readonly ListedMerge[]): readonly Job[] {
  const found = listed.filter(({ recordText }) => withoutInside(recordText ?? "") !== null);
  return found.map(({ number }) => ({ kind: "reconcile-pull-request", installation, repository, number }));
}

/** Those that are news. */
async function noteHomes(
  job: List,
  listed: readonly ListedMerge[],
  followUps: JobTools["followUps"],
): Promise<readonly HomeRef[]> {
  const homes = new Map<number, HomeRef>();
  // The first that was merged is the home of those that are about a problem elsewhere.
  for (const { number, recordText } of listed.toSorted((a, b) => a.mergedAt.getTime() - b.mergedAt.getTime())) {
    const record = findRecord(recordText ?? "", number);
    const home = record === null ? null : await noteFollowed(job, record, followUps);
    if (home !== null) homes.set(home.number, home);
  }
  return [...homes.values()];
}

/** In milliseconds: a list that took long, and a clock that is not GitHub's, leave nothing out. */
const OVERLAP_MS = 24 * 3600 * 1000;

async function changedSince(job: List, followUps: Pick<JobTools["followUps"], "listedAt">): Promise<Date | null> {
  const listed = await followUps.listedAt(repositoryOf(job));
  return listed === null ? null : new Date(listed.getTime() - OVERLAP_MS);
}

function namesOf(labels: LabelSettings): readonly string[] {
  return labelKeys.map((key) => labels[key].name);
}

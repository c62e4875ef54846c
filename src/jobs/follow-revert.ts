import type { JobOfKind } from "../queue/job.ts";
import { findRevertedCommits } from "../sources/find-reverted-commits.ts";
import type { GitHubReader } from "../sources/ports.ts";
import { settleOf } from "./settle-of.ts";
import { repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

type Revert = JobOfKind["follow-revert"];

type Tools = Pick<JobTools, "connect" | "followUps"> & { readonly queue: Pick<JobTools["queue"], "send"> };

/** How many reverts of reverts are followed down. People come to an end before that. */
const DEEPEST = 10;

/** How many commits one pull request takes back, at most: it need not be about what is followed up. */
const MOST_COMMITS = 20;

/**
 * A merged pull request says that it takes others back: those are looked at where they are followed up. It is believed
 * where it names their merge commit, and was merged where they were or into the default branch. What it takes back may be a
 * revert in turn that nobody has heard of.
 */
export async function followRevert(job: Revert, tools: Tools): Promise<void> {
  const { reader } = await tools.connect(job.installation);
  const of = repositoryOf(job);
  let unread: readonly number[] = [job.number];
  for (let depth = 0; depth < DEEPEST && unread.length > 0; depth += 1) {
    unread = await noteReverts(unread, job, { reader, followUps: tools.followUps });
  }
  const below = await tools.followUps.takenBackBy(of, job.number);
  const homes = await Promise.all(below.map((number) => tools.followUps.homeOf(of, number)));
  await tools.queue.send(homes.flatMap((home) => (home === null ? [] : [settleOf(home)])));
}

interface Means {
  readonly reader: Pick<GitHubReader, "readReverting" | "findMerged">;
  readonly followUps: JobTools["followUps"];
}

/** Those of which it is not known yet whether they take something back themselves. */
async function noteReverts(numbers: readonly number[], job: Revert, means: Means): Promise<readonly number[]> {
  const next: number[] = [];
  for (const number of numbers) {
    const targets = await noteRevert({ ...job, number }, means);
    for (const target of targets) {
      const known = await means.followUps.takenBackBy(repositoryOf(job), target);
      if (known.length === 0) next.push(target);
    }
  }
  return next;
}

async function noteRevert(job: Revert, { reader, followUps }: Means): Promise<readonly number[]> {
  const reading = await reader.readReverting(job.repository, job.number);
  if (reading === null) return [];
  const commits = findRevertedCommits(reading).slice(0, MOST_COMMITS);
  const found = await Promise.all(commits.map((sha) => reader.findMerged(job.repository, sha)));
  const { branch } = reading;
  // Taken back on a release branch, it still stands where it was merged.
  const targets = found.flatMap((one) =>
    one !== null && (branch.isDefault || one.branch === branch.name) ? [one.number] : [],
  );
  if (targets.length > 0) {
    await followUps.noteReverts(repositoryOf(job), { number: job.number, at: reading.mergedAt, targets });
  }
  return targets;
}

import { sameRepository } from "../core/facts/reference.ts";
import type { Job, JobOfKind } from "../queue/job.ts";
import type { CommandComment } from "../sources/ports.ts";
import { referenceOf, threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";
import { Unanswered } from "./unreadable.ts";

interface Doubted {
  readonly job: JobOfKind["run-command"];
  readonly tools: Pick<JobTools, "isGivenUp" | "looks" | "now"> & {
    readonly queue: Pick<JobTools["queue"], "send" | "sendLater">;
  };
  readonly github: { readonly reader: Pick<Connection["reader"], "listMerged" | "readLearnings"> };
  readonly reading: { readonly mergedAt?: Date | null };
  readonly comment: Pick<CommandComment, "createdAt">;
}

/** In milliseconds. In between as long again as it has waited already; nobody knows how long what was found late has. */
const [shortestWait, longestWait] = [5_000, 300_000];

/**
 * An answer to what was merged a moment ago, or while the app was away, counts as soon as that is known. Until then nobody is
 * told that nothing is followed up, that it is not for them, or that what came before is over: what was merged is looked at
 * first, and then the answer once more.
 */
export async function waitsForLook(answer: Doubted): Promise<boolean> {
  const { job, tools, comment } = answer;
  const looks = await findDueLooks(answer);
  if (looks.length === 0) return false;
  await tools.queue.send(looks, "fresh");
  const now = tools.now();
  const waited = Math.min(Math.max(now.getTime() - comment.createdAt.getTime(), shortestWait), longestWait);
  await tools.queue.sendLater(job, new Date(now.getTime() + waited), "fresh");
  return true;
}

/** At merged pull requests that nobody has looked at since, but for those that nobody can look at. */
async function findDueLooks({ job, tools, github, reading }: Doubted): Promise<readonly Job[]> {
  const isMerged = (reading.mergedAt ?? null) !== null;
  if (job.on === "pull_request" && !isMerged) return [];
  const named = job.on === "pull_request" ? [job.number] : await findNaming(job, github);
  // Also those that name it nowhere: they are linked beside the text, or to an issue below it.
  const latest = await github.reader.listMerged(job.repository, { labels: null, since: null, mostQueries: 1 });
  const numbers = [...new Set([...named, ...latest.map(({ number }) => number)])];
  const { installation, repository } = job;
  const due = numbers.map(async (number): Promise<readonly Job[]> => {
    const look = { kind: "reconcile-pull-request", installation, repository, number } as const;
    return (await tools.looks.sawOpen(threadOf(look))) && !(await tools.isGivenUp(look)) ? [look] : [];
  });
  return (await Promise.all(due)).flat();
}

/** Merged pull requests that are looked at, of those that name one problem, the latest: everybody may name it. */
const mostNaming = 20;

async function findNaming(job: Doubted["job"], { reader }: Doubted["github"]): Promise<readonly number[]> {
  const [told] = await reader.readLearnings([referenceOf(job)]);
  if (told?.kind !== "read") throw new Unanswered("GitHub did not answer for what was merged for a problem");
  const here = told.merged.filter(({ reference }) => sameRepository(reference, job.repository));
  return here.slice(0, mostNaming).map(({ reference }) => reference.number);
}

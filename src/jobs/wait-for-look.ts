import type { JobOfKind } from "../queue/job.ts";
import type { CommandComment } from "../sources/ports.ts";
import type { AnsweredFor } from "./find-answered-home.ts";
import { repositoryOf, threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Answer {
  readonly job: JobOfKind["run-command"];
  readonly tools: Pick<JobTools, "looks" | "now"> & {
    readonly index: Pick<JobTools["index"], "pullRequestsLinkingTo">;
    readonly queue: Pick<JobTools["queue"], "send" | "sendLater">;
  };
  readonly github: { readonly reader: Pick<Connection["reader"], "readServed"> };
  readonly reading: { readonly mergedAt?: Date | null };
  readonly comment: Pick<CommandComment, "createdAt">;
  readonly answered: Pick<AnsweredFor, "home" | "ended">;
}

/** In milliseconds. Then as long again as it has waited already. */
const FIRST_WAIT_MS = 5_000;

/**
 * An answer to what was merged a moment ago counts as soon as that is recorded. Until then nobody is told that nothing is
 * followed up, or that what came before is over: what was merged is looked at first, and then the answer once more.
 */
export async function waitsForLook(answer: Answer): Promise<boolean> {
  const { job, tools, comment, answered } = answer;
  if (answered.home !== null && answered.ended === null) return false;
  const unseen = await findUnseen(answer);
  if (unseen.length === 0) return false;
  const { installation, repository } = job;
  const looks = unseen.map((number) => ({ kind: "reconcile-pull-request", installation, repository, number }) as const);
  await tools.queue.send(looks, "fresh");
  const now = tools.now();
  const waited = Math.max(now.getTime() - comment.createdAt.getTime(), FIRST_WAIT_MS);
  await tools.queue.sendLater(job, new Date(now.getTime() + waited), "fresh");
  return true;
}

/** Open pull requests that link to one problem, of which it is asked whether they are merged by now, the newest. */
const mostLinked = 20;

/** Merged pull requests that nobody has looked at since. Links are known of open ones, and of these. */
async function findUnseen({ job, tools, github, reading }: Answer): Promise<readonly number[]> {
  const thread = threadOf(job);
  const isMerged = (reading.mergedAt ?? null) !== null;
  if (job.on === "pull_request") return isMerged && (await tools.looks.sawOpen(thread)) ? [job.number] : [];
  const { installation, repositoryId } = repositoryOf(job);
  const linked = (await tools.index.pullRequestsLinkingTo(thread))
    .filter((one) => one.installation === installation && one.repositoryId === repositoryId)
    .slice(0, mostLinked);
  if (linked.length === 0) return [];
  const numbers = linked.map(({ number }) => number);
  const read = await github.reader.readServed(job.repository, numbers);
  return read.flatMap((one) => (one === null ? [] : [one.reference.number]));
}

import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";
import { threadOf } from "./thread.ts";
import { settleHomeOf } from "./settle-home-of.ts";
import { lookAt } from "./wake.ts";

/**
 * An issue changed: wakes every pull request that links to it, as far as the index knows. Those of other installations
 * too, for a public problem may be linked from anywhere: each looks with the rights of its own.
 */
export async function recheckLinkedPullRequests(
  job: JobOfKind["recheck-linked-pull-requests"],
  { index, queue, followUps }: Pick<JobTools, "index" | "queue" | "followUps">,
): Promise<void> {
  // Whatever it is, merged work may be followed up there: an answer may be its label, and it may be gone.
  await settleHomeOf(job, { followUps, queue });
  const threads = await index.pullRequestsLinkingTo(threadOf(job));
  await queue.sendInWaves(threads.map(lookAt));
}

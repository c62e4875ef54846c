import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";
import { threadOf } from "./thread.ts";

/** An issue changed: wakes every pull request that links to it, as far as the index knows. */
export async function recheckLinkedPullRequests(
  job: JobOfKind["recheck-linked-pull-requests"],
  { index, queue }: JobTools,
): Promise<void> {
  const threads = await index.pullRequestsLinkingTo(threadOf(job));
  await queue.send(
    threads.map(({ installation, repositoryId: id, owner, name, number }) => {
      return { kind: "reconcile-pull-request", installation, repository: { id, owner, name }, number };
    }),
  );
}

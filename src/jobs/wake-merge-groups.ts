import type { JobOfKind } from "../queue/job.ts";
import { threadOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

/** A pull request that waits in a merge queue is looked at again there too: what changed may stop the group or let it go on. */
export async function wakeMergeGroups(
  job: JobOfKind["reconcile-pull-request"],
  { mergeGroups, queue }: Pick<JobTools, "mergeGroups" | "queue">,
): Promise<void> {
  const { installation, repository } = job;
  const groups = await mergeGroups.groupsOf(threadOf(job));
  await queue.send(
    groups.map(({ sha, ref }) => ({ kind: "judge-merge-group", installation, repository, sha, ref })),
    "fresh",
  );
}

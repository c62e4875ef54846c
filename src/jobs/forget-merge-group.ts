import type { JobOfKind } from "../queue/job.ts";
import { groupRefOf } from "./merge-group.ts";
import type { JobTools } from "./tools.ts";

/** Its pull requests were merged or taken out of the queue: whoever waits to look at the group again need not. */
export async function forgetMergeGroup(
  job: JobOfKind["forget-merge-group"],
  { mergeGroups, queue }: Pick<JobTools, "mergeGroups" | "queue">,
): Promise<void> {
  await mergeGroups.forget(groupRefOf(job));
  await queue.cancel({ ...job, kind: "judge-merge-group" });
}

import type { JobOfKind } from "../queue/job.ts";
import { repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

/**
 * It was taken out of the installation: nothing may be written there, so nothing of it is looked at any more. Who was told
 * may have been told late, or by somebody who kept what GitHub had signed, so that GitHub's list is compared afterwards:
 * what is there still is found again.
 */
export async function forgetRepository(
  job: JobOfKind["forget-repository"],
  { index, queue }: Pick<JobTools, "index" | "queue">,
): Promise<void> {
  await index.forgetRepository(repositoryOf(job));
  await queue.send([{ kind: "sweep-installation", installation: job.installation }]);
}

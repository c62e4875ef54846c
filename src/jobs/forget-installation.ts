import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/** Else an issue that one of its pull requests links to would go on waking it, and each look would be refused. */
export async function forgetInstallation(
  { installation }: JobOfKind["forget-installation"],
  { index, queue, marks, dropJobsOf }: Pick<JobTools, "index" | "queue" | "marks" | "dropJobsOf">,
): Promise<void> {
  await dropJobsOf(installation);
  await index.forgetInstallation(installation);
  await marks.write(`parked-${installation}`, null);
  await queue.resume(installation);
}
